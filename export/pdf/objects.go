package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strconv"
)

// objects are the bodies of a file's indirect objects, by number from 1; what
// stands between "obj" and "endobj". Of a stream it is the dictionary without its end.
type objects struct {
	bodies  [][]byte        // bodies[0] is unused
	streams map[int]*packed // what streams hold
	crew    *crew           // packs them
	// trial takes numbers and keeps nothing: to see whether an attachment can
	// be copied before its pages are promised.
	trial bool
}

// errShape marks drawn bytes that are not what gofpdf v1.16.2 writes.
var errShape = errors.New("unexpected shape of the drawn file")

// parseObjects takes a file apart by its cross-reference table.
func parseObjects(file []byte) (*objects, error) {
	offsets, end, err := crossReference(file)
	if err != nil {
		return nil, err
	}
	o := &objects{bodies: make([][]byte, len(offsets))}
	for i := 1; i < len(offsets); i++ {
		head := fmt.Sprintf("%d 0 obj\n", i)
		body, ok := bytes.CutPrefix(file[offsets[i]:end], []byte(head))
		if !ok {
			return nil, fmt.Errorf("object %d: %w", i, errShape)
		}
		if o.bodies[i], err = cutBody(body); err != nil {
			return nil, fmt.Errorf("object %d: %w", i, err)
		}
	}
	return o, nil
}

// crossReference gives the offsets of the objects by number, and where the
// objects end.
func crossReference(file []byte) (offsets []int, end int, err error) {
	const key = "startxref\n"
	start := bytes.LastIndex(file, []byte(key))
	if start < 0 {
		return nil, 0, fmt.Errorf("no cross reference: %w", errShape)
	}
	line, _, _ := bytes.Cut(file[start+len(key):], []byte("\n"))
	end, err = strconv.Atoi(string(line))
	if err != nil || end < 0 || end > start {
		return nil, 0, fmt.Errorf("place of the cross reference: %w", errShape)
	}
	lines := bytes.Split(file[end:start], []byte("\n"))
	var count int
	if len(lines) > 1 {
		count, err = strconv.Atoi(string(bytes.TrimPrefix(lines[1], []byte("0 "))))
	}
	if err != nil || count < 1 || len(lines) < count+2 {
		return nil, 0, fmt.Errorf("length of the cross reference: %w", errShape)
	}
	offsets = make([]int, count)
	for i := 1; i < count; i++ {
		digits, _, _ := bytes.Cut(lines[i+2], []byte(" "))
		offsets[i], err = strconv.Atoi(string(digits))
		if err != nil || offsets[i] < 0 || offsets[i] > end {
			return nil, 0, fmt.Errorf("place of object %d: %w", i, errShape)
		}
	}
	return offsets, end, nil
}

// cutBody ends a body at its endobj, which is not looked for inside a stream.
func cutBody(body []byte) ([]byte, error) {
	end := bytes.Index(body, []byte("endobj"))
	if s := bytes.Index(body, []byte("\nstream\n")); s >= 0 && s < end {
		length, err := streamLength(body[:s])
		if err != nil {
			return nil, err
		}
		after := s + len("\nstream\n") + length
		if length < 0 || after > len(body) {
			return nil, errShape
		}
		if end = bytes.Index(body[after:], []byte("endobj")); end >= 0 {
			end += after
		}
	}
	if end < 0 {
		return nil, errShape
	}
	return bytes.TrimRight(body[:end], "\n"), nil
}

func streamLength(dict []byte) (int, error) {
	_, after, ok := bytes.Cut(dict, []byte("/Length "))
	n := 0
	for n < len(after) && after[n] >= '0' && after[n] <= '9' {
		n++
	}
	if !ok || n == 0 {
		return 0, errShape
	}
	return strconv.Atoi(string(after[:n]))
}

// alloc reserves the number of a new object.
func (o *objects) alloc() int {
	o.bodies = append(o.bodies, nil)
	return len(o.bodies) - 1
}

func (o *objects) put(number int, body string) { o.bodies[number] = []byte(body) }

func (o *objects) add(body string) int {
	n := o.alloc()
	o.put(n, body)
	return n
}

// packed is what a stream holds, with its hash.
type packed struct {
	data []byte
	sum  [sha256.Size]byte
}

func pack(data []byte) packed { return sealed(deflate(data)) }

func sealed(data []byte) packed { return packed{data, sha256.Sum256(data)} }

// stream compresses data, which must not change any more, into an object with the
// given dictionary entries.
func (o *objects) stream(number int, entries string, data []byte) {
	if o.trial {
		return
	}
	var p packed
	o.packedStream(number, entries, &p)
	o.crew.do(func() { p = pack(data) })
}

// packedStream is like stream for data that are or will be compressed.
func (o *objects) packedStream(number int, entries string, p *packed) {
	o.hold(number, entries+" /Filter /FlateDecode", p)
}

// rawStream stores data as they are.
func (o *objects) rawStream(number int, entries string, data []byte) {
	if o.trial {
		return
	}
	var p packed
	o.hold(number, entries, &p)
	o.crew.do(func() { p = sealed(data) })
}

func (o *objects) hold(number int, entries string, p *packed) {
	o.put(number, "<<"+entries)
	if o.streams == nil {
		o.streams = map[int]*packed{}
	}
	o.streams[number] = p
}

// deflaters are kept, for each takes more than a megabyte; no more are kept than
// work at once.
var deflaters = make(chan *zlib.Writer, 4)

func takeDeflater() *zlib.Writer {
	select {
	case w := <-deflaters:
		return w
	default:
	}
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil { // cannot be: the level is one of the package's own
		w = zlib.NewWriter(io.Discard)
	}
	return w
}

func keepDeflater(w *zlib.Writer) {
	select {
	case deflaters <- w:
	default:
	}
}

// deflate packs data. A bytes.Buffer refuses no write, so that none can fail.
func deflate(data []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(data)*9/10 + 64) // outlines of glyphs pack badly
	w := takeDeflater()
	defer keepDeflater(w)
	w.Reset(&b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// file assembles the whole. Its identifier is the hash of its objects.
func (o *objects) file(root, info int) []byte {
	size := 1024
	for _, b := range o.bodies {
		size += len(b) + 48
	}
	for _, p := range o.streams {
		size += len(p.data) + 48
	}
	var out bytes.Buffer
	out.Grow(size)
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	hash := sha256.New()
	offsets := make([]int, len(o.bodies))
	for i := 1; i < len(o.bodies); i++ {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n", i)
		out.Write(o.bodies[i])
		hash.Write(o.bodies[i])
		if p := o.streams[i]; p != nil {
			fmt.Fprintf(&out, " /Length %d>>\nstream\n", len(p.data))
			out.Write(p.data)
			out.WriteString("\nendstream")
			hash.Write(p.sum[:])
		}
		out.WriteString("\nendobj\n")
	}
	at := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(o.bodies))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	id := fmt.Sprintf("%X", hash.Sum(nil)[:16])
	fmt.Fprintf(&out, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(o.bodies), root, info, id, id, at)
	return out.Bytes()
}
