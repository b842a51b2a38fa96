package verbs

import (
	"bytes"
	"testing"

	"bothways/journal"
)

// TestReflectionShape is what lifted from an answer, as scripts read it.
func TestReflectionShape(t *testing.T) {
	for _, c := range []struct {
		name string
		in   journal.ReflectionView
		want string
	}{
		{"nothing", journal.ReflectionView{Reflection: journal.Reflection{UID: "u", Text: "t"}},
			`{"id":"u","at":null,"question":null,"text":"t","prompt":null,"person":null,"seconds":null,"actions":[],"exchanges":[],"topics":[],"shift":null}`},
		{"all of it", journal.ReflectionView{
			Reflection: journal.Reflection{UID: "u", Text: "t"},
			Actions:    []journal.Action{{UID: "a"}}, Shifts: []string{"one", "two"},
			Exchanges: []journal.Exchange{{Direction: journal.Got, Text: "x"}},
			Topics:    []journal.Topic{{UID: "q", Text: "y", Hard: true, State: journal.TopicRaised}},
		}, `{"id":"u","at":null,"question":null,"text":"t","prompt":null,"person":null,"seconds":null,"actions":["a"],` +
			`"exchanges":[{"direction":"got","text":"x"}],"topics":[{"id":"q","text":"y","hard":true,"state":"raised"}],"shift":"one\ntwo"}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var buf bytes.Buffer
			if err := encode(&buf, reflectionShape(c.in)); err != nil {
				t.Fatal(err)
			}
			if buf.String() != c.want {
				t.Errorf("got  %s\nwant %s", buf.String(), c.want)
			}
		})
	}
}
