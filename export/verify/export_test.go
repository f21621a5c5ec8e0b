package verify

import (
	"crypto/sha256"
	"sync"

	"h200filing/export/pdftext"
)

// Remembering is a verifier that reads equal files once, for a test that verifies
// many packs of which most parts are the same.
func Remembering(v *Verifier) *Verifier {
	out := *v
	out.readers = &readers{once(pdftext.Read), once(readBook)}
	return &out
}

// once has a reader read equal bytes once, whoever asks for them.
func once[T any](read func([]byte) (T, error)) func([]byte) (T, error) {
	var known sync.Map // of functions, by the SHA-256 of what they read
	return func(data []byte) (T, error) {
		first, _ := known.LoadOrStore(sha256.Sum256(data), sync.OnceValues(func() (T, error) { return read(data) }))
		return first.(func() (T, error))()
	}
}
