package neo4jtest

import (
	"fmt"
	"os"
	"os/exec"
)

// outputFile, in a child's folder, takes what the child prints.
const outputFile = "output.log"

// watch runs a command until its own standard input closes, which happens when
// this process ends, even by a signal or a panic that no cleanup survives. Then
// it kills the command at once and removes its folder. It ends by itself when
// the command does, with the same code.
const watch = `
home=$1
shift
exec 3<&0
"$@" </dev/null >"$home/` + outputFile + `" 2>&1 3<&- &
child=$!
{
	cat <&3 >/dev/null
	kill -KILL "$child" 2>/dev/null
	while kill -0 "$child" 2>/dev/null; do sleep 0.1; done
	rm -rf "$home"
} &
wait "$child"
`

// lifeline is the open end of the pipes that watch reads. They close with this
// process.
var lifeline []*os.File

// supervise starts a command that does not outlive this process. The channel
// tells how it ended, should it end earlier. Home is removed with it.
func supervise(home, command string, args ...string) (<-chan error, error) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: a POSIX shell (sh) is %w; name a running server in %s", ErrMissing, Environment)
	}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	defer r.Close()
	cmd := exec.Command(sh, append([]string{"-c", watch, "watch", home, command}, args...)...)
	cmd.Stdin = r
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		w.Close()
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	lifeline = append(lifeline, w)
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	return ended, nil
}
