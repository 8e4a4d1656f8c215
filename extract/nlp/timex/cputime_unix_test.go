//go:build unix

package timex

import (
	"syscall"
	"time"
)

// cpuTime is how long this process has worked: other work on the machine does
// not count, so that a floor of speed holds there too.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
