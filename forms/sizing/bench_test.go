package sizing_test

import (
	"testing"

	. "h200filing/forms/sizing"
)

func BenchmarkSize(b *testing.B) {
	w, d, s := moe(), h200(), site()
	for b.Loop() {
		if Size(w, d, s).Binding != ByMemory {
			b.Fatal("wrong answer")
		}
	}
}
