package pdf

import (
	"bytes"
	"testing"
)

func TestParseObjects(t *testing.T) {
	file := assemble([]string{"<</A 1>>", stream("", "endobj inside"), "[1 2]"})
	o, err := parseObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"<</A 1>>", stream("", "endobj inside"), "[1 2]", "<<>>"} {
		if got := string(o.bodies[i+1]); got != want {
			t.Errorf("object %d is %q, want %q", i+1, got, want)
		}
	}
	if again := o.file(1, 4); !bytes.Equal(again, file) {
		t.Error("taking a file apart and putting it together changes it")
	}
}

func FuzzParseObjects(f *testing.F) {
	f.Add(assemble([]string{"<</A 1>>", stream("", "endobj inside")}))
	f.Add([]byte("xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \nstartxref\n0\n%%EOF"))
	f.Fuzz(func(t *testing.T, file []byte) {
		o, err := parseObjects(file)
		if err == nil && len(o.bodies) == 0 {
			t.Error("neither objects nor an error")
		}
	})
}
