//go:build !amd64 && !arm64

package neural

// Plain runs f with the plain-Go kernel, which is the only one here.
func Plain(f func()) { f() }
