package neural_test

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/claimline/claimline/extract/nlp/models"
	"github.com/claimline/claimline/extract/nlp/neural"
)

var update = flag.Bool("update", false, "rewrite testdata/predictions.conll")

// Sentences of our own, words separated by spaces.
var sentences = []string{
	"Gunmen opened fire at Crocus City Hall near Moscow on Friday evening , killing at least 133 people .",
	"The attack was claimed by Islamic State , officials in Washington said .",
	"Russia 's security service says it has detained four men who were driving towards Ukraine .",
	"“ We did not warn them , ” said Colin Clarke of the Soufan Center .",
	"She told Reuters that the ministry had given the families nothing .",
	"PROTESTS SPREAD IN NAIROBI",
	"Yes",
	"https://example.org/a?b=c 😀 — «да»",
}

// table prints predictions as columns.
func table(words []string, p *neural.Prediction) string {
	var b strings.Builder
	for i, w := range words {
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%d\t%s\t%s\n", i+1, w, p.UPOS[i], p.XPOS[i], p.Heads[i]+1, p.Deprel[i], p.Names[i])
	}
	return b.String()
}

// all is the table of all sentences.
func all(m *neural.Model) string {
	var b strings.Builder
	var p neural.Prediction
	for _, s := range sentences {
		words := strings.Fields(s)
		m.Predict(words, &p)
		b.WriteString(table(words, &p) + "\n")
	}
	return b.String()
}

// TestRecorded holds every processor to the answers of the one that recorded
// them.
func TestRecorded(t *testing.T) {
	const file = "testdata/predictions.conll"
	got := all(neural.Reader())
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("predictions differ from %s; run with -update and read the diff:\n%s", file, got)
	}
}

// odd returns sentences that no corpus has.
func odd() [][]string {
	long := make([]string, 1000)
	r := rand.New(rand.NewPCG(5, 6))
	for i := range long {
		long[i] = strings.Fields(sentences[0])[r.IntN(18)]
	}
	return [][]string{
		{}, {""}, {"", "", ""}, {"\x00"}, {"\xff\xfe", "a\x80b"}, {strings.Repeat("x", 1<<20)}, {"\u200b", "\u202e", "e\u0301"},
		strings.Fields(strings.Repeat("( ", 500)), strings.Fields(strings.Repeat("and ", neural.MaxWords)),
		strings.Fields(strings.Repeat("a b c , ", 200)), long,
	}
}

// check fails unless p is a well-formed answer for n words.
func check(t *testing.T, n int, p *neural.Prediction) {
	t.Helper()
	if len(p.UPOS) != n || len(p.XPOS) != n || len(p.Names) != n || len(p.Heads) != n || len(p.Deprel) != n {
		t.Fatalf("answer for %d words has another length", n)
	}
	roots := 0
	for i, h := range p.Heads {
		if (h == neural.None) != (p.Deprel[i] == "root") {
			t.Fatalf("word %d has head %d and relation %s", i, h, p.Deprel[i])
		}
		if h == neural.None {
			roots++
		}
		steps := 0
		for ; h != neural.None; h = p.Heads[h] {
			if steps++; steps > n {
				t.Fatalf("cycle at word %d", i)
			}
		}
		open := i > 0 && strings.ContainsAny(p.Names[i-1][:1], "BI")
		if inside := strings.ContainsAny(p.Names[i][:1], "IE"); open != inside || inside && p.Names[i][1:] != p.Names[i-1][1:] {
			t.Fatalf("name label %s follows %s", p.Names[i], p.Names[max(0, i-1)])
		}
	}
	if n > 0 && (roots != 1 || strings.ContainsAny(p.Names[n-1][:1], "BI")) {
		t.Fatalf("%d roots, last name label %s", roots, p.Names[n-1])
	}
}

func TestOddSentences(t *testing.T) {
	var p neural.Prediction
	for _, words := range odd() {
		neural.Reader().Predict(words, &p)
		check(t, len(words), &p)
	}
}

// TestPlainGo demands the same bits from assembly and plain Go.
func TestPlainGo(t *testing.T) {
	m := neural.Reader()
	scores := func() string {
		var b strings.Builder
		b.WriteString(all(m))
		var p neural.Prediction
		for _, words := range odd() {
			m.Predict(words, &p)
			b.WriteString(table(words, &p))
			b.Write(binary.LittleEndian.AppendUint64(nil, neural.Fingerprint(m, words)))
		}
		for _, s := range sentences {
			b.Write(binary.LittleEndian.AppendUint64(nil, neural.Fingerprint(m, strings.Fields(s))))
		}
		return b.String()
	}
	fast := scores()
	neural.Plain(func() {
		if slow := scores(); slow != fast {
			t.Error("assembly and plain Go differ")
		}
	})
}

func TestConcurrent(t *testing.T) {
	m, err := neural.Load(models.Reader)
	if err != nil {
		t.Fatal(err)
	}
	want := all(m)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if all(m) != want {
				t.Error("another answer beside other calls")
			}
		})
	}
	wg.Wait()
}

func TestReuse(t *testing.T) {
	m := neural.Reader()
	var a, b neural.Prediction
	long, short := strings.Fields(sentences[0]), strings.Fields(sentences[1])
	m.Predict(short, &a)
	m.Predict(long, &b)
	m.Predict(short, &b)
	if !reflect.DeepEqual(a, b) {
		t.Error("a reused Prediction differs from a new one")
	}
	if n := testing.AllocsPerRun(100, func() { m.Predict(long, &b) }); n > 8 {
		t.Errorf("%g allocations for a sentence of %d words", n, len(long))
	}
}

func TestLoad(t *testing.T) {
	data := models.Reader
	begun := time.Now()
	if _, err := neural.Load(data); err != nil {
		t.Fatal(err)
	}
	took := time.Since(begun)
	t.Logf("%d bytes loaded in %v", len(data), took)
	if took > 500*time.Millisecond { // 50 is wanted; a test machine may be busy
		t.Errorf("loading took %v", took)
	}
	wrong := func(edit func([]byte) []byte) {
		if _, err := neural.Load(edit(bytes.Clone(data))); err == nil {
			t.Error("a broken file was loaded")
		}
	}
	wrong(func(b []byte) []byte { return nil })
	wrong(func(b []byte) []byte { return b[:len(b)-1] })
	wrong(func(b []byte) []byte { return b[:100] })
	wrong(func(b []byte) []byte { b[0] = 'X'; return b })
	wrong(func(b []byte) []byte { b[8] = 9; return b })
	wrong(func(b []byte) []byte { return bytes.Replace(b, []byte(`"width":1`), []byte(`"width":2`), 1) })
	wrong(func(b []byte) []byte { return bytes.Replace(b, []byte(`"mixnorm.gain"`), []byte(`"mixnorm.gone"`), 1) })
	wrong(func(b []byte) []byte { return bytes.Replace(b, []byte(`"vectorkeys"`), []byte(`"vectorkeyz"`), 1) })
}

func FuzzPredict(f *testing.F) {
	f.Add("The attack was claimed")
	f.Add("\x00 \xff \u202e ISIS - K")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Split(text, " ")
		var p neural.Prediction
		neural.Reader().Predict(words, &p)
		check(t, len(words), &p)
	})
}

func BenchmarkPredict(b *testing.B) {
	m := neural.Reader()
	var p neural.Prediction
	n := 0
	for i := 0; b.Loop(); i++ {
		words := strings.Fields(sentences[i%5])
		m.Predict(words, &p)
		n += len(words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkPlainGo(b *testing.B) { neural.Plain(func() { BenchmarkPredict(b) }) }
