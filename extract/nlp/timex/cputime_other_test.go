//go:build !unix

package timex

import "time"

var started = time.Now()

// cpuTime is the time of the wall where the one of the process is not told.
func cpuTime() time.Duration { return time.Since(started) }
