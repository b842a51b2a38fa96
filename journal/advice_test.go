package journal

import "testing"

func TestAdviceValidate(t *testing.T) {
	on := Date{2026, 1, 1}
	tests := []struct {
		name string
		a    Advice
		says string
	}{
		{"OK tried", Advice{ExchangeID: 1, Kind: AdviceTried, On: on}, ""},
		{"OK passed on", Advice{ExchangeID: 1, Kind: AdvicePassed, ToID: 2, On: on}, ""},
		{"ErrExchange", Advice{Kind: AdviceTried, On: on}, "something that was received"},
		{"ErrKind", Advice{ExchangeID: 1, On: on}, "tried or passed on"},
		{"ErrTo", Advice{ExchangeID: 1, Kind: AdvicePassed, On: on}, "needs somebody"},
		{"ErrTo of tried", Advice{ExchangeID: 1, Kind: AdviceTried, ToID: 2, On: on}, "nobody else"},
		{"ErrDay", Advice{ExchangeID: 1, Kind: AdviceTried}, "needs a day"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.a.Validate(), tt.says) })
	}
}
