package neural

// Plain runs f with the plain-Go kernel. No other test may run meanwhile.
func Plain(f func()) {
	was := useNEON
	useNEON = false
	defer func() { useNEON = was }()
	f()
}
