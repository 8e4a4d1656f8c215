#include "textflag.h"

// Go's assembler has no signed widening multiply and add, so the two forms of
// SMLAL by element are written as words: sum (4 int32) += the lower or the upper
// half of weights (8 int16) × lane of x, exactly. All are numbers of registers.
#define SMLAL(sum, weights, x, lane) WORD $(0x0f402000 | (lane)<<20 | (x)<<16 | (weights)<<5 | (sum))
#define SMLAL2(sum, weights, x, lane) WORD $(0x4f402000 | (lane)<<20 | (x)<<16 | (weights)<<5 | (sum))

// One row of activations, whose pair of inputs is in lanes 0 and 1 of V<x>: times
// the weights of the first input in V4 (outputs 0-7) and V6 (outputs 8-15) and those
// of the second in V5 and V7, added to V<sum> … V<sum+3>.
#define ROW(x, sum) \
	SMLAL(sum, 4, x, 0)    \
	SMLAL2(sum+1, 4, x, 0) \
	SMLAL(sum+2, 6, x, 0)  \
	SMLAL2(sum+3, 6, x, 0) \
	SMLAL(sum, 5, x, 1)    \
	SMLAL2(sum+1, 5, x, 1) \
	SMLAL(sum+2, 7, x, 1)  \
	SMLAL2(sum+3, 7, x, 1)

// func dotNEON(out *[64]int32, x, w *int16, pairs int)
TEXT ·dotNEON(SB), NOSPLIT, $0-32
	MOVD out+0(FP), R0
	MOVD x+8(FP), R1
	MOVD w+16(FP), R2
	MOVD pairs+24(FP), R3
	ADD  R3<<2, R1, R4      // a row is 4 bytes a pair
	ADD  R3<<2, R4, R5
	ADD  R3<<2, R5, R6
	VEOR V16.B16, V16.B16, V16.B16
	VEOR V17.B16, V17.B16, V17.B16
	VEOR V18.B16, V18.B16, V18.B16
	VEOR V19.B16, V19.B16, V19.B16
	VEOR V20.B16, V20.B16, V20.B16
	VEOR V21.B16, V21.B16, V21.B16
	VEOR V22.B16, V22.B16, V22.B16
	VEOR V23.B16, V23.B16, V23.B16
	VEOR V24.B16, V24.B16, V24.B16
	VEOR V25.B16, V25.B16, V25.B16
	VEOR V26.B16, V26.B16, V26.B16
	VEOR V27.B16, V27.B16, V27.B16
	VEOR V28.B16, V28.B16, V28.B16
	VEOR V29.B16, V29.B16, V29.B16
	VEOR V30.B16, V30.B16, V30.B16
	VEOR V31.B16, V31.B16, V31.B16

loop:
	FMOVS.P 4(R1), F0
	FMOVS.P 4(R4), F1
	FMOVS.P 4(R5), F2
	FMOVS.P 4(R6), F3
	VLD2.P  32(R2), [V4.H8, V5.H8] // the two inputs of outputs 0-7 taken apart
	VLD2.P  32(R2), [V6.H8, V7.H8]
	ROW(0, 16)
	ROW(1, 20)
	ROW(2, 24)
	ROW(3, 28)
	SUBS $1, R3, R3
	BNE  loop

	VST1.P [V16.S4, V17.S4, V18.S4, V19.S4], 64(R0)
	VST1.P [V20.S4, V21.S4, V22.S4, V23.S4], 64(R0)
	VST1.P [V24.S4, V25.S4, V26.S4, V27.S4], 64(R0)
	VST1   [V28.S4, V29.S4, V30.S4, V31.S4], (R0)
	RET
