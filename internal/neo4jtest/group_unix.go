//go:build unix

package neo4jtest

import (
	"os/exec"
	"syscall"
)

// ownGroup keeps an interrupt at the terminal from reaching the child before
// its supervisor ends it.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }
