package sizing_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	. "h200filing/forms/sizing"
)

func drawn(t *rapid.T, name string, low, high int64) Quantity {
	v := decimal.NewFromInt(rapid.Int64Range(low, high).Draw(t, name))
	return &v
}

func drawWorkload(t *rapid.T) Workload {
	return Workload{
		Kind:            rapid.SampledFrom([]Kind{Training, FineTuning, Inference}).Draw(t, "kind"),
		Precision:       rapid.SampledFrom([]Precision{BF16, FP8, INT8}).Draw(t, "precision"),
		ParamsTotalB:    drawn(t, "total", 1, 2000),
		ParamsActiveB:   drawn(t, "active", 1, 2000),
		Replicas:        drawn(t, "replicas", 1, 9),
		TokensB:         drawn(t, "tokens", 1, 20000),
		Days:            drawn(t, "days", 1, 365),
		MFU:             drawn(t, "mfu", 1, 100),
		KVBytesPerToken: drawn(t, "kv", 1, 2_000_000),
		ContextTokens:   drawn(t, "context", 1, 1_000_000),
		Concurrent:      drawn(t, "concurrent", 1, 4096),
		TokensPerSecond: drawn(t, "rate", 1, 200), PromptTokensPerSecond: drawn(t, "prompt", 0, 1_000_000),
	}
}

func devices(t *rapid.T, w Workload, d Device) decimal.Decimal {
	f := Size(w, d, Site{}).Figure(Devices)
	if f.State != Complete {
		t.Fatalf("%+v", f)
	}
	return f.Value
}

func more(q Quantity, t *rapid.T, name string) Quantity {
	v := q.Add(decimal.NewFromInt(rapid.Int64Range(0, 500).Draw(t, name)))
	return &v
}

// Property: a better device never needs more of itself, for each of its figures.
func TestBetterDevicesAreNeverMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := drawWorkload(t), h200()
		before := devices(t, w, d)
		metric := rapid.SampledFrom([]string{"memory_gb", "memory_bandwidth_gbs", "bf16_tflops", "fp8_tflops", "int8_tops"}).Draw(t, "metric")
		d.Figures[metric] = Cited{Value: more(d.Figures[metric].Value, t, "more")}
		if after := devices(t, w, d); after.GreaterThan(before) {
			t.Fatalf("more %s raised the devices from %s to %s", metric, before, after)
		}
	})
}

// Property: a greater load never needs fewer devices.
func TestGreaterLoadNeedsNoFewerDevices(t *testing.T) {
	grow := map[string]func(*Workload, *rapid.T){
		"concurrent": func(w *Workload, t *rapid.T) { w.Concurrent = more(w.Concurrent, t, "more") },
		"context":    func(w *Workload, t *rapid.T) { w.ContextTokens = more(w.ContextTokens, t, "more") },
		"total":      func(w *Workload, t *rapid.T) { w.ParamsTotalB = more(w.ParamsTotalB, t, "more") },
		"active":     func(w *Workload, t *rapid.T) { w.ParamsActiveB = more(w.ParamsActiveB, t, "more") },
		"tokens":     func(w *Workload, t *rapid.T) { w.TokensB = more(w.TokensB, t, "more") },
		"replicas":   func(w *Workload, t *rapid.T) { w.Replicas = more(w.Replicas, t, "more") },
	}
	names := []string{"active", "concurrent", "context", "replicas", "tokens", "total"}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		before := devices(t, w, h200())
		name := rapid.SampledFrom(names).Draw(t, "load")
		grow[name](&w, t)
		if after := devices(t, w, h200()); after.LessThan(before) {
			t.Fatalf("more %s lowered the devices from %s to %s", name, before, after)
		}
	})
}

// Property: the count is the smallest that satisfies the memory need, exactly.
func TestCountIsTight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Size(drawWorkload(t), h200(), Site{})
		need, count := r.Figure(MemoryNeeded).Value, r.Figure(ByMemory).Value
		usable := decimal.RequireFromString("126.9")
		if count.Mul(usable).LessThan(need) || count.Sub(decimal.NewFromInt(1)).Mul(usable).GreaterThanOrEqual(need) {
			t.Fatalf("%s devices for %s GB", count, need)
		}
	})
}

// Property: taking any one input away never turns an unknown into a number that differs from the complete one.
func TestLessInputNeverInvents(t *testing.T) {
	forget := []func(*Workload){
		func(w *Workload) { w.ParamsTotalB = nil }, func(w *Workload) { w.ParamsActiveB = nil },
		func(w *Workload) { w.TokensB = nil }, func(w *Workload) { w.Days = nil }, func(w *Workload) { w.MFU = nil },
		func(w *Workload) { w.KVBytesPerToken = nil }, func(w *Workload) { w.ContextTokens = nil },
		func(w *Workload) { w.Concurrent = nil }, func(w *Workload) { w.TokensPerSecond = nil },
		func(w *Workload) { w.PromptTokensPerSecond = nil }, func(w *Workload) { w.Precision = "" },
	}
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorkload(t)
		full := Size(w, h200(), site())
		rapid.SampledFrom(forget).Draw(t, "forget")(&w)
		for _, f := range Size(w, h200(), site()).Figures {
			was := full.Figure(f.Key)
			if f.State == Complete && f.Key != PerReplicaAtLeast && !f.Value.Equal(was.Value) {
				t.Fatalf("%s became %s, was %s", f.Key, f.Value, was.Value)
			}
			if f.State == Incomplete && len(f.Missing) == 0 {
				t.Fatalf("%s does not say what it lacks", f.Key)
			}
		}
	})
}
