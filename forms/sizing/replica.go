package sizing

import (
	"strings"

	"github.com/shopspring/decimal"
)

// kvBytes settles the bytes that one token of context takes: the given number, or the one that follows from the shape of
// the attention. When nothing of the shape is given the number itself is what lacks.
func (e *evaluation) kvBytes(w Workload) {
	f := formula{KVBytesPerToken, "B", inference, "2 × layers × kv_heads × head_dim × bytes_per_kv_element",
		[]string{"layers", "kv_heads", "head_dim", "bytes_per_kv_element"},
		func(v []decimal.Decimal) decimal.Decimal { return product(v).Mul(n(2)) }}
	if !e.applies(f) {
		e.add(e.unfit(f))
		return
	}
	shapeless := w.Layers == nil && w.KVHeads == nil && w.HeadDim == nil
	if w.KVBytesPerToken == nil && !shapeless {
		e.add(e.compute(f))
		return
	}
	f.text, f.needs, f.eval = "kv_bytes_per_token", []string{"kv_bytes_per_token"}, product
	e.out = append(e.out, e.compute(f)) // the operand stays the applicant's own input
}

// perReplica takes the largest of the device counts and names the one that binds; the first of equals.
func (e *evaluation) perReplica() (binding Key) {
	all := Figure{Key: PerReplica, State: Complete}
	some := Figure{Key: PerReplicaAtLeast, State: Incomplete}
	var keys, known []string
	for _, key := range []Key{ByMemory, ByBandwidth, ByCompute} {
		o := e.in[string(key)]
		if o.state == NotApplicable {
			continue
		}
		keys = append(keys, string(key))
		all.Missing, all.Unusable = union(all.Missing, o.missing), union(all.Unusable, o.unusable)
		if o.state == Incomplete {
			all.State = Incomplete
			continue
		}
		known = append(known, string(key))
		some.State = Complete
		some.Inputs = append(some.Inputs, o.input)
		if o.input.Value.GreaterThan(some.Value) {
			some.Value, binding = o.input.Value, key
		}
	}
	if some.State == Complete {
		some.Formula = "max(" + strings.Join(known, ", ") + ")"
	} else {
		some.Missing, some.Unusable = all.Missing, all.Unusable
	}
	if all.State == Complete {
		all.Value, all.Inputs, all.Formula = some.Value, some.Inputs, "max("+strings.Join(keys, ", ")+")"
	} else {
		binding = ""
	}
	e.add(all)
	e.add(some)
	return binding
}

// racks is the number of racks that power the nodes. A rack that cannot power one
// node is no number of racks: its power is unusable.
func (e *evaluation) racks() {
	e.run(rackFormulas)
	if o := e.in[string(NodesPerRack)]; o.state == Complete && o.input.Value.IsZero() {
		e.in[string(NodesPerRack)] = operand{state: Incomplete, unusable: []string{rackPower}}
	}
	e.run([]formula{{Racks, "", nil, "ceil(nodes ÷ nodes_per_rack)", []string{string(Nodes), string(NodesPerRack)},
		func(v []decimal.Decimal) decimal.Decimal { return ceilDiv(v[0], v[1]) }}})
}

// installed is the number of devices that stand and draw power: whole nodes where they are bought by the node.
func (e *evaluation) installed(wholeNodes bool) {
	from := Devices
	if wholeNodes {
		from = DevicesInNodes
	}
	e.add(e.compute(formula{Installed, "", nil, string(from), []string{string(from)}, product}))
}
