package neural

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	magic   = "CLREADER"
	version = 1
)

// dims are the sizes of the network.
type dims struct {
	Width    int `json:"width"`    // of the vector of a word
	Pieces   int `json:"pieces"`   // of maxout in mix and convolutions
	Convs    int `json:"convs"`    // convolutions
	Layers   int `json:"layers"`   // attention layers
	Heads    int `json:"heads"`    // attention heads per layer
	Distance int `json:"distance"` // largest relative position told apart
	Arc      int `json:"arc"`      // of the vectors that score arcs
	Label    int `json:"label"`    // of the vectors that score labels
}

type labels struct {
	UPOS   []string `json:"upos"`
	XPOS   []string `json:"xpos"`
	Names  []string `json:"names"`
	Deprel []string `json:"deprel"`
}

type header struct {
	Labels  labels   `json:"labels"`
	Dims    dims     `json:"dims"`
	Tensors []tensor `json:"tensors"`
}

type tensor struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Rows int    `json:"rows"`
	Cols int    `json:"cols"`
	data []byte
}

// A table is an embedding table: rows of int8, kept as they are in the file.
type table struct {
	rows, width int
	weights     []byte
	scale       []float32
}

// Load reads a model. It keeps references to data, which must not change.
func Load(data []byte) (*Model, error) {
	h, tensors, err := open(data)
	if err != nil {
		return nil, fmt.Errorf("neural: load: %w", err)
	}
	l := &loader{tensors: tensors}
	m := l.model(h)
	if l.err != nil {
		return nil, fmt.Errorf("neural: load: %w", l.err)
	}
	return m, nil
}

func open(data []byte) (*header, map[string]tensor, error) {
	if len(data) < 16 || string(data[:8]) != magic {
		return nil, nil, errors.New("not a reader model")
	}
	if v := binary.LittleEndian.Uint32(data[8:]); v != version {
		return nil, nil, fmt.Errorf("version %d, want %d", v, version)
	}
	size := binary.LittleEndian.Uint32(data[12:])
	data = data[16:]
	if uint64(size) > uint64(len(data)) {
		return nil, nil, errors.New("header is cut off")
	}
	h := new(header)
	if err := json.Unmarshal(data[:size], h); err != nil {
		return nil, nil, err
	}
	data = data[size:]
	tensors := make(map[string]tensor, len(h.Tensors))
	for _, t := range h.Tensors {
		const limit = 1 << 28
		if t.Rows < 1 || t.Cols < 1 || t.Rows > limit || t.Cols > limit/t.Rows {
			return nil, nil, fmt.Errorf("tensor %s has impossible sizes", t.Name)
		}
		n := 4 * t.Rows * t.Cols
		if t.Kind == "i8" {
			n = t.Rows*t.Cols + 4*t.Rows
		}
		if n > len(data) {
			return nil, nil, fmt.Errorf("tensor %s is cut off", t.Name)
		}
		t.data, data = data[:n], data[n:]
		tensors[t.Name] = t
	}
	return h, tensors, nil
}

// A loader takes tensors by name and remembers the first thing amiss.
type loader struct {
	tensors map[string]tensor
	err     error
}

func (l *loader) take(name, kind string, rows, cols int) []byte {
	t, ok := l.tensors[name]
	if l.err == nil && (!ok || t.Kind != kind || t.Rows != rows || t.Cols != cols) {
		l.err = fmt.Errorf("tensor %s: want %s %d×%d, have %s %d×%d", name, kind, rows, cols, t.Kind, t.Rows, t.Cols)
	}
	if l.err != nil {
		return nil
	}
	return t.data
}

func (l *loader) floats(name string, rows, cols int) []float32 {
	return decode(l.take(name, "f32", rows, cols))
}

func decode(data []byte) []float32 {
	out := make([]float32, len(data)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return out
}

// keys takes n ascending numbers.
func (l *loader) keys(name string, n int) []uint32 {
	data := l.take(name, "u32", 1, n)
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
		if i > 0 && out[i] <= out[i-1] {
			l.err = fmt.Errorf("tensor %s does not ascend", name)
		}
	}
	return out
}

func (l *loader) table(name string) table {
	t := l.tensors[name]
	data := l.take(name, "i8", t.Rows, t.Cols)
	if l.err != nil {
		return table{}
	}
	n := t.Rows * t.Cols
	return table{rows: t.Rows, width: t.Cols, weights: data[:n], scale: decode(data[n:])}
}

// linear takes name.w and name.b; without a bias, all are zero.
func (l *loader) linear(name string, outputs, inputs int, bias bool) linear {
	data := l.take(name+".w", "i8", outputs, inputs)
	if l.err == nil && (inputs > maxInputs || inputs%2 != 0) {
		l.err = fmt.Errorf("layer %s has %d inputs, want an even number up to %d", name, inputs, maxInputs)
	}
	if l.err != nil {
		return linear{}
	}
	n := outputs * inputs
	y := linear{inputs: inputs, outputs: outputs, scale: decode(data[n:]), bias: make([]float32, outputs)}
	full := (outputs + panelWidth - 1) / panelWidth * panelWidth
	y.weights = make([]int16, full*inputs)
	for first := 0; first < outputs; first += panelWidth {
		panel(y.weights[first*inputs:], data, first, outputs, inputs)
	}
	if bias {
		y.bias = l.floats(name+".b", 1, outputs)
	}
	return y
}

func (l *loader) norm(name string, width int) norm {
	return norm{l.floats(name+".gain", 1, width), l.floats(name+".bias", 1, width)}
}

func (l *loader) model(h *header) *Model {
	d := h.Dims
	if d.Width < 4 || d.Heads < 1 || d.Width%(4*d.Heads) != 0 || d.Width > maxInputs || d.Arc%4 != 0 || d.Label%4 != 0 ||
		d.Pieces != 3 || d.Convs < 0 || d.Layers < 0 || d.Convs > 64 || d.Layers > 64 || d.Distance < 0 {
		l.err = errors.New("impossible dimensions")
		return nil
	}
	m := &Model{dims: d, labels: h.Labels}
	embedded := 0
	for i, name := range []string{"norm", "prefix", "suffix3", "suffix2", "shape"} {
		m.tables[i] = l.table(name)
		embedded += m.tables[i].width
	}
	m.grams = l.table("grams")
	embedded += m.grams.width
	if _, ok := l.tensors["vectors"]; ok {
		m.vectors = l.table("vectors")
		m.keys = l.keys("vectorkeys", m.vectors.rows)
		embedded += m.vectors.width
	}
	m.mix, m.mixNorm = l.linear("mix", d.Pieces*d.Width, embedded, true), l.norm("mixnorm", d.Width)
	for i := range d.Convs {
		name := "conv" + strconv.Itoa(i)
		m.convs = append(m.convs, convolution{l.linear(name, d.Pieces*d.Width, 3*d.Width, true), l.norm(name+".norm", d.Width)})
	}
	for i := range d.Layers {
		name := "attn" + strconv.Itoa(i)
		m.layers = append(m.layers, attention{
			norm1: l.norm(name+".norm1", d.Width), norm2: l.norm(name+".norm2", d.Width),
			qkv: l.linear(name+".qkv", 3*d.Width, d.Width, true), out: l.linear(name+".out", d.Width, d.Width, true),
			feed: l.linear(name+".feed", 2*d.Width, d.Width, true), distance: l.floats(name+".distance", d.Heads, 2*d.Distance+1),
		})
	}
	m.last = l.norm("lastnorm", d.Width)
	m.upos = l.linear("upos", len(h.Labels.UPOS), d.Width, true)
	m.xpos = l.linear("xpos", len(h.Labels.XPOS), d.Width, true)
	m.names = l.linear("names", len(h.Labels.Names), d.Width, true)
	m.mlp = l.linear("mlp", 2*d.Arc+2*d.Label, d.Width, true)
	m.arc = l.linear("arc", d.Arc, d.Arc, true)
	relations := len(h.Labels.Deprel)
	m.label = l.linear("label", relations*d.Label, d.Label, false)
	m.labelDep = l.linear("labeldep", relations, d.Label, true)
	m.labelHead = l.linear("labelhead", relations, d.Label, false)
	m.arcRoot, m.labelRoot = l.floats("arcroot", 1, d.Arc), l.floats("labelroot", 1, d.Label)
	m.nameFirst, m.nameNext, m.nameLast = constraints(h.Labels.Names)
	return m
}

// constraints says which BIOES labels may begin, follow another and end.
func constraints(names []string) (first []bool, next [][]bool, last []bool) {
	inside := func(l string) bool { return strings.HasPrefix(l, "I-") || strings.HasPrefix(l, "E-") }
	open := func(l string) bool { return strings.HasPrefix(l, "B-") || strings.HasPrefix(l, "I-") }
	for _, a := range names {
		first, last = append(first, !inside(a)), append(last, !open(a))
		row := make([]bool, len(names))
		for i, b := range names {
			row[i] = open(a) == inside(b) && (!open(a) || a[1:] == b[1:])
		}
		next = append(next, row)
	}
	return first, next, last
}
