//go:build !amd64 && !arm64

package neural

func dot(out *[rowBlock * panelWidth]int32, x, w []int16, pairs int) {
	dotGeneric(out, x, w, pairs)
}
