package journal

import "testing"

func TestTopicValidate(t *testing.T) {
	tests := []struct {
		name  string
		topic Topic
		says  string
	}{
		{"OK", Topic{Text: "the promotion", State: TopicWaiting}, ""},
		{"OK raised", Topic{Text: "the promotion", State: TopicRaised}, ""},
		{"OK dropped", Topic{Text: "the promotion", State: TopicDropped}, ""},
		{"ErrText", Topic{Text: "\u200b", State: TopicWaiting}, "a few words"},
		{"ErrState", Topic{Text: "the promotion"}, "not a state"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantInvalid(t, tt.topic.Validate(), tt.says) })
	}
}
