package neural

// Plain runs f with the plain-Go kernel. No other test may run meanwhile.
func Plain(f func()) {
	was := useAVX2
	useAVX2 = false
	defer func() { useAVX2 = was }()
	f()
}
