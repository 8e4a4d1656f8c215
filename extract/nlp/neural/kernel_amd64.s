#include "textflag.h"

// One row of activations: two inputs to all lanes, times the weights in Y8 and
// Y9, added to lo (outputs 0-7) and hi (outputs 8-15).
#define ROW(x, lo, hi) \
	VPBROADCASTD (x)(AX*1), Y10 \
	VPMADDWD     Y8, Y10, Y11   \
	VPADDD       Y11, lo, lo    \
	VPMADDWD     Y9, Y10, Y12   \
	VPADDD       Y12, hi, hi

// func dotAVX2(out *[64]int32, x, w *int16, pairs int)
TEXT ·dotAVX2(SB), NOSPLIT, $0-32
	MOVQ  out+0(FP), DI
	MOVQ  x+8(FP), SI
	MOVQ  w+16(FP), DX
	MOVQ  pairs+24(FP), CX
	SHLQ  $2, CX            // bytes of a row
	LEAQ  (SI)(CX*1), R8
	LEAQ  (R8)(CX*1), R9
	LEAQ  (R9)(CX*1), R10
	XORQ  AX, AX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7

loop:
	VMOVDQU (DX), Y8
	VMOVDQU 32(DX), Y9
	ROW(SI, Y0, Y1)
	ROW(R8, Y2, Y3)
	ROW(R9, Y4, Y5)
	ROW(R10, Y6, Y7)
	ADDQ    $64, DX
	ADDQ    $4, AX
	CMPQ    AX, CX
	JLT     loop

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VMOVDQU Y4, 128(DI)
	VMOVDQU Y5, 160(DI)
	VMOVDQU Y6, 192(DI)
	VMOVDQU Y7, 224(DI)
	VZEROUPPER
	RET

// func hasAVX2() bool
TEXT ·hasAVX2(SB), NOSPLIT, $0-1
	MOVB $0, ret+0(FP)
	XORL AX, AX
	CPUID
	CMPL AX, $7
	JLT  done
	MOVL $1, AX
	XORL CX, CX
	CPUID
	ANDL $0x18000000, CX    // OSXSAVE and AVX
	CMPL CX, $0x18000000
	JNE  done
	XORL CX, CX
	XGETBV                  // does the system save the wide registers?
	ANDL $6, AX
	CMPL AX, $6
	JNE  done
	MOVL $7, AX
	XORL CX, CX
	CPUID
	SHRL $5, BX
	ANDL $1, BX             // AVX2
	MOVB BX, ret+0(FP)
done:
	RET
