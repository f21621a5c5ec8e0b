package sizing_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	. "h200filing/forms/sizing"
)

func num(s string) Quantity {
	v := decimal.RequireFromString(s)
	return &v
}

// figures reads "metric value" pairs.
func figures(pairs ...string) map[string]Cited {
	out := map[string]Cited{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = Cited{Value: num(pairs[i+1]), Source: "page of " + pairs[i]}
	}
	return out
}

func h200() Device {
	return Device{Name: "H200 SXM", Figures: figures("memory_gb", "141", "memory_bandwidth_gbs", "4800",
		"bf16_tflops", "989.5", "fp8_tflops", "1979", "int8_tops", "1979", "tdp_w", "700", "price_cny", "175000")}
}

func atlas() Device {
	return Device{Name: "Atlas 900 A3", Domestic: true, Figures: figures("memory_gb", "128", "memory_bandwidth_gbs", "3200", "bf16_tflops", "750", "int8_tops", "1500")}
}

func s5000() Device {
	return Device{Name: "MTT S5000", Domestic: true, Figures: figures("memory_gb", "80", "memory_bandwidth_gbs", "1600", "fp8_tflops", "1000")}
}

// moe is the 671B mixture-of-experts workload of the worked example.
func moe() Workload {
	return Workload{Name: "671B", Kind: Inference, Precision: FP8, KVPrecision: BF16,
		ParamsTotalB: num("671"), ParamsActiveB: num("37"), KVBytesPerToken: num("70272"), ContextTokens: num("32768"),
		Concurrent: num("96"), Replicas: num("4"), TokensPerSecond: num("20"), PromptTokensPerSecond: num("15000"),
		BandwidthEfficiency: num("60"), ComputeEfficiency: num("40")}
}

func dense70() Workload {
	return Workload{Name: "70B", Kind: Training, Precision: BF16, ParamsTotalB: num("70"), ParamsActiveB: num("70"),
		TokensB: num("1400"), Days: num("60"), MFU: num("40")}
}

func site() Site {
	return Site{PUE: num("1.18"), RackPowerKW: num("17"), Utilisation: num("75"), PriceCNYkWh: num("0.68"), SubsidisedCNYkWh: num("0.40"), WholeNodes: true}
}

// Hand-computed figures.
func TestSizeKnownAnswers(t *testing.T) {
	llama := Workload{Name: "72B", Kind: Inference, Precision: BF16, KVPrecision: FP8, ParamsTotalB: num("72"), ParamsActiveB: num("72"),
		Layers: num("80"), KVHeads: num("8"), HeadDim: num("128"), ContextTokens: num("8192"), Concurrent: num("4"),
		TokensPerSecond: num("30"), PromptTokensPerSecond: num("0")}
	tests := []struct {
		name    string
		w       Workload
		d       Device
		s       Site
		binding Key
		want    map[Key]string
	}{
		{"671B on H200: memory binds", moe(), h200(), site(), ByMemory, map[Key]string{
			Weights: "671", KVCache: "221.056598016", MemoryNeeded: "981.2622578176", ReadPerStep: "892.056598016",
			BandwidthNeeded: "17841.13196032", ComputeNeeded: "1252.08",
			ByMemory: "8", ByBandwidth: "7", ByCompute: "2", PerReplica: "8", Devices: "32", Nodes: "4", Installed: "32",
			NodePower: "8.4" /* 8·0.7·1.5 */, NodesPerRack: "2", Racks: "2",
			ITPower: "33.6", AnnualEnergy: "260487.36" /* 32·0.7·1.5 = 33.6; ·1.18 = 39.648; ·8760 = 347316.48; ·0.75 */}},
		{"671B on S5000: bandwidth binds", moe(), s5000(), site(), ByBandwidth, map[Key]string{
			ByMemory: "14", ByBandwidth: "19", ByCompute: "4", PerReplica: "19", Devices: "76", Nodes: "10", DevicesInNodes: "80"}},
		{"70B training on H200: compute binds", dense70(), h200(), Site{}, ByCompute, map[Key]string{
			// 6·70·1400 = 588000 EFLOP in 5184000 s; 588e9 ÷ 5184000 = 113425.925926 TFLOPS; ÷ (989.5 · 0.4) = 286.57
			ComputeTotal: "588000", ComputeNeeded: "113425.925926", MemoryNeeded: "1344",
			ByMemory: "11", ByCompute: "287", PerReplica: "287", Devices: "287", Nodes: "36", DevicesInNodes: "288", Installed: "287"}},
		{"70B fine-tuning of few tokens: memory binds", func() Workload {
			w := dense70()
			w.Kind, w.TokensB, w.Days = FineTuning, num("0.1"), num("7")
			return w
		}(), h200(), Site{}, ByMemory, map[Key]string{ComputeTotal: "42", ByMemory: "11", ByCompute: "1", Devices: "11"}},
		{"72B dense, cache from its shape, 141 GB", llama, h200(), Site{}, ByMemory, map[Key]string{
			// KV 2·80·8·128·1 = 163840 B; ·8192·4 = 5.36870912 GB; (144 + that)·1.1 = 164.305580032; ÷ 126.9 → 2
			KVBytesPerToken: "163840", KVCache: "5.36870912", MemoryNeeded: "164.305580032", ByMemory: "2",
			// (min(72, 288)·2 + 5.36870912)·30 = 4481.0612736; ÷ 2880 → 2; 2·72·120 ÷ 1000 = 17.28; ÷ 395.8 → 1
			BandwidthNeeded: "4481.0612736", ByBandwidth: "2", ComputeNeeded: "17.28", ByCompute: "1", PerReplica: "2"}},
		{"exact quotient is not rounded further", Workload{Kind: Training, Precision: BF16, ParamsTotalB: num("7.5"), ParamsActiveB: num("1"),
			TokensB: num("0.001"), Days: num("1"), MFU: num("40")}, Device{Figures: figures("memory_gb", "80", "bf16_tflops", "100")}, Site{}, ByMemory, map[Key]string{
			MemoryNeeded: "144", ByMemory: "2"}}, // 144 ÷ 72
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := Size(tt.w, tt.d, tt.s)
			for key, want := range tt.want {
				if f := r.Figure(key); f.State != Complete || !f.Value.Equal(decimal.RequireFromString(want)) {
					t.Errorf("%s = %s %s (missing %v), want %s", key, f.State, f.Value, f.Missing, want)
				}
			}
			if r.Binding != tt.binding {
				t.Errorf("binding %q, want %q", r.Binding, tt.binding)
			}
		})
	}
}

func TestSizeMoney(t *testing.T) {
	r := Size(moe(), h200(), site())
	energy := r.Figure(AnnualEnergy).Value // 33.6 · 1.18 · 8760 · 0.75
	if want := decimal.RequireFromString("260487.36"); !energy.Equal(want) {
		t.Fatalf("energy %s, want %s", energy, want)
	}
	tests := []struct {
		key   Key
		state State
		want  string
	}{
		{AnnualCost, Complete, "177131.4"},        // · 0.68 = 177131.4048
		{SubsidyDifference, Complete, "72936.46"}, // · 0.28 = 72936.4608
		{SubsidisedCost, NotApplicable, "0"},
		{PurchaseCost, Complete, "5600000"},
	}
	for _, tt := range tests {
		if f := r.Figure(tt.key); f.State != tt.state || f.Value.String() != tt.want {
			t.Errorf("%s = %s %s, want %s %s", tt.key, f.State, f.Value, tt.state, tt.want)
		}
	}
	d := s5000()
	d.Figures["tdp_w"] = Cited{Value: num("1000")}
	if f := Size(moe(), d, site()).Figure(SubsidisedCost); f.State != Complete {
		t.Errorf("a domestic device has %s", f.State)
	}
}

func TestUnknownStaysUnknown(t *testing.T) {
	without := func(change func(*Workload)) Workload {
		w := moe()
		change(&w)
		return w
	}
	tests := []struct {
		name     string
		w        Workload
		d        Device
		key      Key
		missing  []string
		unusable []string
	}{
		{"no context", without(func(w *Workload) { w.ContextTokens = nil }), h200(), Devices, []string{"context_tokens"}, nil},
		{"no prompt rate is not zero", without(func(w *Workload) { w.PromptTokensPerSecond = nil }), h200(), ComputeNeeded, []string{"prompt_tokens_per_second"}, nil},
		{"no cache size at all", without(func(w *Workload) { w.KVBytesPerToken, w.KVPrecision = nil, "" }), h200(), KVCache, []string{"kv_bytes_per_token"}, nil},
		{"half a shape", without(func(w *Workload) { w.KVBytesPerToken, w.Layers = nil, num("61") }), h200(), KVCache, []string{"kv_heads", "head_dim"}, nil},
		{"no FP8 peak: not replaced by another", moe(), atlas(), ByCompute, []string{"device.fp8_tflops"}, nil},
		{"nor in the count", moe(), atlas(), Devices, []string{"device.fp8_tflops"}, nil},
		{"nothing known of the device", moe(), Device{Domestic: true}, PerReplica, []string{"device.memory_gb", "device.memory_bandwidth_gbs", "device.fp8_tflops"}, nil},
		{"no precision", without(func(w *Workload) { w.Precision = "" }), h200(), ByCompute, []string{"precision"}, nil},
		{"strange precision", without(func(w *Workload) { w.Precision = "fp6" }), h200(), Weights, nil, []string{"precision"}},
		{"no kind", without(func(w *Workload) { w.Kind = "" }), h200(), Devices, []string{"kind"}, nil},
		{"strange kind", without(func(w *Workload) { w.Kind = "mining" }), h200(), MemoryNeeded, nil, []string{"kind"}},
		{"negative", without(func(w *Workload) { w.Concurrent = num("-96") }), h200(), Devices, nil, []string{"concurrent"}},
		{"half a sequence", without(func(w *Workload) { w.Concurrent = num("1.5") }), h200(), Devices, nil, []string{"concurrent"}},
		{"efficiency of 600 %", without(func(w *Workload) { w.BandwidthEfficiency = num("600") }), h200(), ByBandwidth, nil, []string{"bandwidth_efficiency"}},
		{"absurd exponent", without(func(w *Workload) { w.ParamsTotalB = num("1e9999") }), h200(), Devices, nil, []string{"params_total_b"}},
		{"device of no memory", moe(), Device{Figures: figures("memory_gb", "0")}, ByMemory, nil, []string{"device.memory_gb"}},
		{"no site", moe(), h200(), AnnualCost, []string{"project.pue_design", "energy.utilisation", "energy.price_cny_kwh"}, nil},
		{"no price", moe(), s5000(), PurchaseCost, []string{"device.price_cny"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Size(tt.w, tt.d, Site{}).Figure(tt.key)
			if f.State != Incomplete || !f.Value.IsZero() || f.Formula != "" {
				t.Errorf("%s is %+v", tt.key, f)
			}
			if diff := cmp.Diff(tt.missing, f.Missing); diff != "" {
				t.Errorf("missing: %s", diff)
			}
			if diff := cmp.Diff(tt.unusable, f.Unusable); diff != "" {
				t.Errorf("unusable: %s", diff)
			}
		})
	}
}

func TestAtLeastCountsWhatIsKnown(t *testing.T) {
	r := Size(moe(), atlas(), site())
	if f := r.Figure(PerReplicaAtLeast); f.State != Complete || f.Value.String() != "10" { // 17841.13 ÷ 1920 = 9.29
		t.Errorf("at least %s %s", f.State, f.Value)
	}
	if r.Binding != "" {
		t.Errorf("binding %q of an incomplete count", r.Binding)
	}
}

func TestTrainingHasNoBandwidthNeed(t *testing.T) {
	r := Size(dense70(), h200(), Site{})
	for _, key := range []Key{Weights, KVBytesPerToken, KVCache, ReadPerStep, BandwidthNeeded, ByBandwidth} {
		if f := r.Figure(key); f.State != NotApplicable {
			t.Errorf("%s is %s", key, f.State)
		}
	}
	if f := Size(moe(), h200(), Site{}).Figure(ComputeTotal); f.State != NotApplicable {
		t.Errorf("inference: %s is %s", f.Key, f.State)
	}
}

func TestEveryFigureExplainsItself(t *testing.T) {
	for _, w := range []Workload{moe(), dense70()} {
		seen := map[Key]bool{}
		for _, f := range Size(w, h200(), site()).Figures {
			if seen[f.Key] {
				t.Errorf("%s stands twice", f.Key)
			}
			seen[f.Key] = true
			if f.State != Complete {
				continue
			}
			if f.Formula == "" || len(f.Inputs) == 0 {
				t.Errorf("%s has formula %q and %d inputs", f.Key, f.Formula, len(f.Inputs))
			}
			for _, in := range f.Inputs {
				if !strings.Contains(f.Formula, in.Key) {
					t.Errorf("%s: input %s is not in %q", f.Key, in.Key, f.Formula)
				}
				if in.Origin == FromDevice && in.Source == "" {
					t.Errorf("%s: %s has no source", f.Key, in.Key)
				}
			}
		}
	}
	f := Size(dense70(), h200(), Site{}).Figure(Devices)
	want := []Input{{Key: "devices_per_replica", Value: decimal.NewFromInt(287), Origin: FromComputed}, {Key: "replicas", Value: decimal.NewFromInt(1), Origin: FromDefault}}
	if diff := cmp.Diff(want, f.Inputs); diff != "" {
		t.Error(diff)
	}
}
