package neural

import (
	"bufio"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestKernel compares the kernel of this machine with plain Go, and plain Go
// with the definition.
func TestKernel(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		inputs, rows := 2*(1+r.IntN(maxInputs/2)), 1+r.IntN(panelWidth)
		weights := make([]byte, rows*inputs)
		for i := range weights {
			weights[i] = byte(int8(r.IntN(255) - 127))
		}
		x := make([]int16, rowBlock*inputs)
		extreme := r.IntN(4) == 0 // as large as sums can get
		for i := range x {
			x[i] = int16(r.IntN(2*maxActivation+1) - maxActivation)
			if extreme {
				x[i] = maxActivation
			}
		}
		if extreme {
			for i := range weights {
				weights[i] = 0x81 // -127
			}
		}
		w := make([]int16, panelWidth*inputs)
		panel(w, weights, 0, rows, inputs)
		var got, want [rowBlock * panelWidth]int32
		dot(&got, x, w, inputs/2)
		dotGeneric(&want, x, w, inputs/2)
		if got != want {
			t.Fatalf("%d inputs: kernel and plain Go differ", inputs)
		}
		for k := range rowBlock {
			for o := range rows {
				var sum int64
				for i := range inputs {
					sum += int64(x[k*inputs+i]) * int64(int8(weights[o*inputs+i]))
				}
				if sum != int64(want[k*panelWidth+o]) {
					t.Fatalf("%d inputs: row %d, output %d is %d, want %d", inputs, k, o, want[k*panelWidth+o], sum)
				}
			}
		}
	}
}

func TestQuantize(t *testing.T) {
	var z quantized
	z.set([]float32{0, 1, -2, 2, 0.5, -0.25, 0, 0, 0, 0}, 2, 5)
	want := []int16{0, 8192, -16383, 16383, 4096, -16383, 0, 0, 0, 0}
	if !reflect.DeepEqual(z.q[:10], want) || len(z.q) != rowBlock*5 || z.scale[0] != 2./maxActivation {
		t.Errorf("got %v with scales %v", z.q, z.scale)
	}
}

func TestExp(t *testing.T) {
	for x := float32(0); x > -90; x -= 0.01 {
		want := math.Exp(float64(x))
		if got := float64(exp(x)); math.Abs(got-want) > 3e-7*want+1e-34 {
			t.Errorf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if exp(0) != 1 {
		t.Errorf("exp(0) = %g", exp(0))
	}
}

// TestFeatures compares with the rows that the training code wrote.
func TestFeatures(t *testing.T) {
	f, err := os.Open("testdata/features.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sizes := []uint32{16384, 2048, 4096, 1024, 1024}
	const gramRows = 8192
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		columns := strings.Split(lines.Text(), "\t")
		var word, norm, shape string
		var want []int
		for i, to := range []any{&word, &norm, &shape, &want} {
			if err := json.Unmarshal([]byte(columns[i]), to); err != nil {
				t.Fatal(err)
			}
		}
		var s speller
		s.read(word)
		if got := string(s.values[0]); got != norm {
			t.Errorf("%q: norm %q, want %q", word, got, norm)
		}
		if got := string(s.shape); got != shape {
			t.Errorf("%q: shape %q, want %q", word, got, shape)
		}
		var got []int
		for i, v := range s.values {
			h := hash(byte(i), v)
			got = append(got, int(uint32(h)%sizes[i]), int(uint32(h>>32)%sizes[i]))
		}
		for i := range s.grams() {
			got = append(got, int(hash(features, s.gram(i))%gramRows))
		}
		got = append(got, int(key(s.values[0])))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: rows %v, want %v", word, got, want)
		}
	}
}

// TestTree compares with trying all trees.
func TestTree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var tr tree
	for range 3000 {
		n := 2 + r.IntN(5)
		scores := make([]float64, n*n)
		for i := range scores {
			scores[i] = float64(r.IntN(40)) - 20
		}
		tr.reset(n)
		copy(tr.score, scores)
		got := append([]int(nil), tr.solve()...)
		best, heads := math.Inf(-1), make([]int, n)
		var try func(d int, sum float64)
		try = func(d int, sum float64) {
			if d == n {
				if isTree(heads) && sum > best {
					best = sum
				}
				return
			}
			for h := range n {
				if h != d {
					heads[d] = h
					try(d+1, sum+scores[d*n+h])
				}
			}
		}
		heads[0] = -1
		try(1, 0)
		if !isTree(got) {
			t.Fatalf("%v is no tree with one root", got)
		}
		sum := 0.0
		for d := 1; d < n; d++ {
			sum += scores[d*n+got[d]]
		}
		if sum != best {
			t.Fatalf("%v scores %g, the best tree %g", got, sum, best)
		}
	}
}

func isTree(heads []int) bool {
	roots := 0
	for d := 1; d < len(heads); d++ {
		if heads[d] == 0 {
			roots++
		}
		steps := 0
		for h := d; h != 0; h = heads[h] {
			if steps++; steps > len(heads) {
				return false
			}
		}
	}
	return roots == 1
}
