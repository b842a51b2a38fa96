package verbs

import (
	"math"

	"bothways/journal"
	"bothways/tui/picture"
	"bothways/tui/wording"
)

type (
	insightPeriodJSON struct {
		Name *string      `json:"name"`
		From journal.Date `json:"from"`
		To   journal.Date `json:"to"`
	}
	insightPictureJSON struct {
		ID       string `json:"id"`
		Title    string `json:"title"`
		Sentence string `json:"sentence"`
		Drawn    bool   `json:"drawn"`
	}
	insightStepsJSON struct {
		By    journal.TimeUnit `json:"by"`
		Steps any              `json:"steps"`
	}
	insightTalkJSON struct {
		From   journal.Date `json:"from"`
		To     journal.Date `json:"to"`
		Mentor int          `json:"mentor"`
		Mentee int          `json:"mentee"`
		Mutual int          `json:"mutual"`
	}
	insightUsedJSON struct {
		Name   string `json:"name"`
		Mentor int    `json:"mentor"`
		Mentee int    `json:"mentee"`
		Mutual int    `json:"mutual"`
	}
	insightInterventionsJSON struct {
		Conversations int               `json:"conversations"`
		Used          []insightUsedJSON `json:"used"`
		Never         []string          `json:"never"`
	}
	insightSplitJSON struct {
		From          journal.Date `json:"from"`
		To            journal.Date `json:"to"`
		Conversations int          `json:"conversations"`
		Listening     *int         `json:"listening"`
		Asking        *int         `json:"asking"`
		Advising      *int         `json:"advising"`
	}
	insightEnergyJSON struct {
		Relationship  string       `json:"relationship"`
		Person        string       `json:"person"`
		Role          journal.Role `json:"role"`
		Conversations int          `json:"conversations"`
		Average       float64      `json:"average"`
		Newest        []int        `json:"newest"`
	}
	insightCrossedJSON struct {
		From journal.Date `json:"from"`
		To   journal.Date `json:"to"`
		Gave int          `json:"gave"`
		Got  int          `json:"got"`
	}
	insightPromisesJSON struct {
		Kept    int `json:"kept"`
		Dropped int `json:"dropped"`
		Open    int `json:"open"`
		Carried int `json:"carried"`
	}
	insightActionsJSON struct {
		Mine   insightPromisesJSON `json:"mine"`
		Theirs insightPromisesJSON `json:"theirs"`
	}
	insightWithJSON struct {
		Relationship string       `json:"relationship"`
		Person       string       `json:"person"`
		Role         journal.Role `json:"role"`
	}
	insightFocusRowJSON struct {
		Focus string            `json:"focus"`
		With  []insightWithJSON `json:"with"`
	}
	insightFocusJSON struct {
		Rows        []insightFocusRowJSON `json:"rows"`
		NobodyHelps []string              `json:"nobody_helps"`
	}
	insightHourJSON struct {
		From          journal.Date `json:"from"`
		To            journal.Date `json:"to"`
		Minutes       int          `json:"minutes"`
		Timed         int          `json:"timed"`
		Conversations int          `json:"conversations"`
	}
)

// insightsJSON writes the numbers of all pictures, also of those with too little to be drawn.
func (a *app) insightsJSON(in journal.Insights, veil journal.Veil) error {
	out := jsonObject{w: a.out}
	if err := out.Fields(
		named{"period", insightPeriodJSON{orNull(string(in.Period.Name)), in.Period.From, in.Period.To}},
		named{"pictures", shapes(picture.All(in, veil, wording.DayMonth), func(p picture.Picture) insightPictureJSON {
			return insightPictureJSON{p.ID, p.Title, p.Sentence, p.Drawn()}
		})},
		named{"conversations", insightStepsJSON{in.TalksBy, shapes(in.Talks, func(t journal.TalkStep) insightTalkJSON {
			return insightTalkJSON{t.From, t.To, t.Mentor, t.Mentee, t.Mutual}
		})}},
		named{"interventions", insightInterventionsJSON{in.UsedSaid, shapes(in.Used, func(u journal.Intervention) insightUsedJSON {
			return insightUsedJSON{u.Word, u.Mentor, u.Mentee, u.Mutual}
		}), append([]string{}, in.NeverUsed()...)}},
		named{"balance", insightStepsJSON{in.SplitsBy, shapes(in.Splits, splitShape)}},
		named{"energy", shapes(in.Energy, func(e journal.EnergyOf) insightEnergyJSON {
			const hundredths = 100
			return insightEnergyJSON{e.RelationshipUID, veil.Name(e.PersonName), e.Role, e.Said, math.Round(float64(e.Sum)*hundredths/float64(e.Said)) / hundredths, e.Newest}
		})},
		named{"exchanges", insightStepsJSON{in.CrossedBy, shapes(in.Crossed, func(c journal.CrossedStep) insightCrossedJSON {
			return insightCrossedJSON{c.From, c.To, c.Gave, c.Got}
		})}},
		named{"actions", insightActionsJSON{promisesShape(in.Mine), promisesShape(in.Theirs)}},
		named{"focus", focusShape(in, veil)},
		named{"hours", insightStepsJSON{in.HoursBy, shapes(in.Hours, func(h journal.HourStep) insightHourJSON {
			return insightHourJSON{h.From, h.To, h.Minutes, h.Timed, h.Talks}
		})}},
	); err != nil {
		return err
	}
	return out.Close()
}

func splitShape(s journal.SplitStep) insightSplitJSON {
	out := insightSplitJSON{From: s.From, To: s.To, Conversations: s.Said}
	if s.Said > 0 {
		ten := s.Split.Tenths()
		out.Listening, out.Asking, out.Advising = &ten.Listening, &ten.Asking, &ten.Advising
	}
	return out
}

func promisesShape(p journal.Promises) insightPromisesJSON {
	return insightPromisesJSON{p.Kept, p.Dropped, p.Open, p.Carried()}
}

func focusShape(in journal.Insights, veil journal.Veil) insightFocusJSON {
	return insightFocusJSON{
		Rows: shapes(in.Focus, func(r journal.FocusRow) insightFocusRowJSON {
			return insightFocusRowJSON{veil.Words(r.Focus), shapes(r.With, func(i int) insightWithJSON {
				p := in.Focused[i]
				return insightWithJSON{p.RelationshipUID, veil.Name(p.PersonName), p.Role}
			})}
		}),
		NobodyHelps: shapes(in.NobodyHelps(), veil.Words),
	}
}
