package pdf

import (
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	out, err := Render(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/pdfwork/s.pdf", out, 0o644)
}
