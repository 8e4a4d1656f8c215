#include "textflag.h"

// func dots4AVX2(out, a, b *float32, n, stride int)
TEXT ·dots4AVX2(SB), NOSPLIT, $0-40
	MOVQ   out+0(FP), DI
	MOVQ   a+8(FP), SI
	MOVQ   b+16(FP), R8
	MOVQ   n+24(FP), CX
	MOVQ   stride+32(FP), DX
	SHLQ   $2, CX
	SHLQ   $2, DX
	LEAQ   (R8)(DX*1), R9
	LEAQ   (R9)(DX*1), R10
	LEAQ   (R10)(DX*1), R11
	XORQ   AX, AX
	VXORPS X0, X0, X0
	VXORPS X1, X1, X1
	VXORPS X2, X2, X2
	VXORPS X3, X3, X3

dots:
	VMOVUPS (SI)(AX*1), X4
	VMULPS  (R8)(AX*1), X4, X5
	VADDPS  X5, X0, X0
	VMULPS  (R9)(AX*1), X4, X6
	VADDPS  X6, X1, X1
	VMULPS  (R10)(AX*1), X4, X7
	VADDPS  X7, X2, X2
	VMULPS  (R11)(AX*1), X4, X8
	VADDPS  X8, X3, X3
	ADDQ    $16, AX
	CMPQ    AX, CX
	JLT     dots

	// (lane 0 + lane 1) + (lane 2 + lane 3) of each
	VHADDPS X1, X0, X0
	VHADDPS X3, X2, X2
	VHADDPS X2, X0, X0
	VMOVUPS X0, (DI)
	RET

// func sum32AVX2(out, p, b *float32, rows, stride int)
TEXT ·sum32AVX2(SB), NOSPLIT, $0-40
	MOVQ    out+0(FP), DI
	MOVQ    p+8(FP), SI
	MOVQ    b+16(FP), R8
	MOVQ    rows+24(FP), CX
	MOVQ    stride+32(FP), DX
	SHLQ    $2, DX
	VMOVUPS (DI), Y0
	VMOVUPS 32(DI), Y1
	VMOVUPS 64(DI), Y2
	VMOVUPS 96(DI), Y3

rows:
	VBROADCASTSS (SI), Y4
	VMULPS       (R8), Y4, Y5
	VADDPS       Y5, Y0, Y0
	VMULPS       32(R8), Y4, Y6
	VADDPS       Y6, Y1, Y1
	VMULPS       64(R8), Y4, Y7
	VADDPS       Y7, Y2, Y2
	VMULPS       96(R8), Y4, Y8
	VADDPS       Y8, Y3, Y3
	ADDQ         $4, SI
	ADDQ         DX, R8
	DECQ         CX
	JNE          rows

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	VMOVUPS Y2, 64(DI)
	VMOVUPS Y3, 96(DI)
	VZEROUPPER
	RET

// func scale16AVX2(out *float32, sums *int32, scale, bias *float32, by float32)
TEXT ·scale16AVX2(SB), NOSPLIT, $0-36
	MOVQ         out+0(FP), DI
	MOVQ         sums+8(FP), SI
	MOVQ         scale+16(FP), DX
	MOVQ         bias+24(FP), CX
	VBROADCASTSS by+32(FP), Y4
	VCVTDQ2PS    (SI), Y0
	VCVTDQ2PS    32(SI), Y1
	VMULPS       Y4, Y0, Y0
	VMULPS       Y4, Y1, Y1
	VMULPS       (DX), Y0, Y0
	VMULPS       32(DX), Y1, Y1
	VADDPS       (CX), Y0, Y0
	VADDPS       32(CX), Y1, Y1
	VMOVUPS      Y0, (DI)
	VMOVUPS      Y1, 32(DI)
	VZEROUPPER
	RET

// func topBits16AVX2(x *float32, n int) uint32
TEXT ·topBits16AVX2(SB), NOSPLIT, $0-20
	MOVQ     x+0(FP), SI
	MOVQ     n+8(FP), CX
	VPCMPEQD Y3, Y3, Y3
	VPSRLD   $1, Y3, Y3      // all bits but the sign
	VPXOR    Y0, Y0, Y0
	VPXOR    Y1, Y1, Y1

top:
	VPAND   (SI), Y3, Y4
	VPMAXUD Y4, Y0, Y0
	VPAND   32(SI), Y3, Y5
	VPMAXUD Y5, Y1, Y1
	ADDQ    $64, SI
	SUBQ    $16, CX
	JNE     top

	VPMAXUD      Y1, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPMAXUD      X1, X0, X0
	VPSHUFD      $0x4E, X0, X1
	VPMAXUD      X1, X0, X0
	VPSHUFD      $0xB1, X0, X1
	VPMAXUD      X1, X0, X0
	VMOVD        X0, AX
	MOVL         AX, ret+16(FP)
	VZEROUPPER
	RET

// func round16AVX2(q *int16, x *float32, n int, by, magic float32)
TEXT ·round16AVX2(SB), NOSPLIT, $0-32
	MOVQ         q+0(FP), DI
	MOVQ         x+8(FP), SI
	MOVQ         n+16(FP), CX
	VBROADCASTSS by+24(FP), Y4
	VBROADCASTSS magic+28(FP), Y5

integers:
	VMULPS    (SI), Y4, Y0
	VADDPS    Y5, Y0, Y0
	VPSLLD    $16, Y0, Y0
	VPSRAD    $16, Y0, Y0
	VMULPS    32(SI), Y4, Y1
	VADDPS    Y5, Y1, Y1
	VPSLLD    $16, Y1, Y1
	VPSRAD    $16, Y1, Y1
	VPACKSSDW Y1, Y0, Y0
	VPERMQ    $0xD8, Y0, Y0
	VMOVDQU   Y0, (DI)
	ADDQ      $32, DI
	ADDQ      $64, SI
	SUBQ      $16, CX
	JNE       integers

	VZEROUPPER
	RET
