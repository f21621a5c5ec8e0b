package verify_test

import "testing"

// BenchmarkVerify verifies the pack of the supported case, PDFium being compiled.
func BenchmarkVerify(b *testing.B) {
	v := verifier(b)
	f := export(b, v, "inference-supported.yaml", final, nil)
	for b.Loop() {
		r, err := v.Pack(f.pack)
		if err != nil || !r.Same {
			b.Fatal(err, r)
		}
	}
}
