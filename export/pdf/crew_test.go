package pdf

import (
	"strings"
	"sync/atomic"
	"testing"
)

// TestCrew: all jobs are done before wait ends, one that panics is an error that
// keeps no other from being done, and a crew can be used again.
func TestCrew(t *testing.T) {
	var c crew
	for round := range 3 {
		var done atomic.Int64
		const jobs = 1000
		for i := range jobs {
			c.do(func() {
				done.Add(1)
				if round == 2 && i == 500 {
					panic("lost")
				}
			})
		}
		err := c.wait()
		if n := done.Load(); n != jobs {
			t.Errorf("round %d: %d of %d jobs done", round, n, jobs)
		}
		if failed := err != nil && strings.Contains(err.Error(), "lost"); failed != (round == 2) {
			t.Errorf("round %d: error %v", round, err)
		}
	}
	var none *crew
	did := false
	if none.do(func() { did = true }); !did {
		t.Error("without a crew the job is not done")
	}
}
