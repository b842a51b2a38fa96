//go:build unix

package verbs_test

import (
	"fmt"
	"strings"
)

const (
	openActions = `select a.uid, a.text, a.owner, p.name, a.due_on, a.state, a.outcome, a.carried, s.uid, a.created_at
		from action a left join person p on p.id = a.person_id left join session s on s.id = a.session_id
		where a.deleted_at is null and a.state = 'open' order by a.due_key, a.id`
	closedActions = `select a.uid, a.text, a.owner, p.name, a.due_on, a.state, a.outcome, a.carried, s.uid, a.created_at
		from action a left join person p on p.id = a.person_id left join session s on s.id = a.session_id
		where a.deleted_at is null order by a.state <> 'open', a.closed_at desc, a.id`
	everyone = `select p.uid, p.name, r.uid, r.role, r.state, r.purpose, r.next_on,
		(select max(held_at) from session s where s.relationship_id = r.id and s.deleted_at is null),
		(select count(*) from action a where a.relationship_id = r.id and a.owner = 'me' and a.state = 'open' and a.deleted_at is null),
		(select count(*) from action a where a.relationship_id = r.id and a.owner = 'them' and a.state = 'open' and a.deleted_at is null)
		from person p left join relationship r on r.person_id = p.id and r.deleted_at is null
		where p.deleted_at is null order by p.name_key, p.id`
	lastTwenty = `select s.uid, s.held_at, s.minutes, s.medium, s.role, s.note,
		(select group_concat(text, char(10)) from shift where session_id = s.id and deleted_at is null),
		(select group_concat(direction || ': ' || text, char(10)) from exchange where session_id = s.id and deleted_at is null)
		from session s join person p on p.id = s.person_id
		where p.name_key like '%priya%' and s.deleted_at is null order by s.held_at desc limit 20`
	waiting = `select a.uid, a.text, a.owner, a.due_on, a.carried from action a join person p on p.id = a.person_id
		where p.name_key like '%priya%' and a.deleted_at is null and a.state = 'open' order by a.due_key, a.id`

	// fullestYear is the year with the most conversations.
	fullestYear = `select substr(held_on, 1, 4) from session where deleted_at is null group by 1 order by count(*) desc, 1 desc limit 1`
)

// found is what a search reads: the newest fifty of the index, and the words of each.
func found(match string) string {
	return `select d.tbl, d.row_id, coalesce(s.note, a.text || char(10) || a.outcome, f.question || char(10) || f.text, t.text, x.text, h.text, '')
		from (select rowid as id from search where search match '` + match + `' order by rowid desc limit 50) m
		join search_doc d on d.id = m.id
		left join session s on d.tbl = 'session' and s.id = d.row_id left join action a on d.tbl = 'action' and a.id = d.row_id
		left join reflection f on d.tbl = 'reflection' and f.id = d.row_id left join topic t on d.tbl = 'topic' and t.id = d.row_id
		left join exchange x on d.tbl = 'exchange' and x.id = d.row_id left join shift h on d.tbl = 'shift' and h.id = d.row_id
		order by m.id desc`
}

// between fills in the days of a query: {days} is what a day of them is, {at} an instant near them, which
// is what some indexes have, {closed} one of theirs here, and {step} what is counted over time.
func between(from, to, step, query string) string {
	return strings.NewReplacer(
		"{days}", fmt.Sprintf("between '%s' and '%s'", from, to),
		"{at}", fmt.Sprintf("held_at between unixepoch('%s', '-2 days') * 1000 and unixepoch('%s', '+3 days') * 1000", from, to),
		"{closed}", fmt.Sprintf("closed_at between unixepoch('%s') * 1000 and unixepoch('%s', '+1 day') * 1000", from, to),
		"{step}", step,
	).Replace(query)
}

// drawn is what the pictures of some days are drawn from, a part of a union each.
func drawn(from, to, step string) string {
	return between(from, to, step, `
		select 'talks', {step}, role, count(*), sum(minutes), count(minutes) from session where deleted_at is null and held_on {days} group by 2, 3
		union all select 'used', s.role, c.interventions, count(*), '', '' from session s cross join checkin c on c.session_id = s.id and c.deleted_at is null
			where s.deleted_at is null and s.held_on {days} and c.interventions <> '[]' group by 2, 3
		union all select 'split', {step}, count(*), sum(c.listening), sum(c.asking), sum(c.advising) from session s cross join checkin c on c.session_id = s.id
			and c.deleted_at is null and c.listening is not null where s.deleted_at is null and s.held_on {days} group by 2
		union all select 'energy', r.uid, p.name, count(*), sum(c.energy), group_concat(c.energy) from session s cross join checkin c on c.session_id = s.id
			and c.deleted_at is null and c.energy is not null join relationship r on r.id = s.relationship_id join person p on p.id = r.person_id
			where s.deleted_at is null and s.held_on {days} group by r.id
		union all select 'given', {step}, direction, count(*), '', '' from exchange where deleted_at is null and {at} and held_on {days} group by 2, 3
		union all select 'promised', owner, state, count(*), sum(carried > 0), '' from action where deleted_at is null and {at} and held_on {days} group by 2, 3
		union all select 'focus', r.uid, p.name, r.role, r.state, r.focus from relationship r join person p on p.id = r.person_id
			where r.deleted_at is null and p.deleted_at is null and r.focus <> '[]'`)
}

// lookedBackOn is what some days were made of, a part of a union each.
func lookedBackOn(from, to string) string {
	return between(from, to, "", `
		select 'talk', s.held_on, p.name, s.role, s.minutes, substr(s.note, 1, 600) from session s join person p on p.id = s.person_id
			where s.deleted_at is null and s.{at} and s.held_on {days}
		union all select 'answer', f.held_on, p.name, f.question, '', substr(f.text, 1, 600) from reflection f left join person p on p.id = f.person_id
			where f.deleted_at is null and f.{at} and f.held_on {days}
		union all select 'review', v.held_on, p.name, v.decision, '', v.text from review v join relationship r on r.id = v.relationship_id
			join person p on p.id = r.person_id where v.deleted_at is null and v.{at} and v.held_on {days}
		union all select 'shift', coalesce(s.held_on, f.held_on, v.held_on), p.name, '', '', x.text from shift x left join session s on s.id = x.session_id
			left join reflection f on f.id = x.reflection_id left join review v on v.id = x.review_id left join relationship r on r.id = v.relationship_id
			left join person p on p.id = coalesce(s.person_id, f.person_id, r.person_id) where x.deleted_at is null and x.{at}
			and coalesce(s.held_on, f.held_on, v.held_on) {days}
		union all select 'closed', a.closed_at, p.name, a.owner, a.state, a.text || char(10) || a.outcome from action a left join person p on p.id = a.person_id
			where a.deleted_at is null and a.state <> 'open' and a.{closed}
		union all select 'goal', g.closed_at, p.name, g.kind, g.state, g.text from goal g join relationship r on r.id = g.relationship_id
			join person p on p.id = r.person_id where g.deleted_at is null and g.state <> 'open' and g.{closed}
		union all select 'agreed', g.agreed_on, p.name, '', '', '' from agreement g join relationship r on r.id = g.relationship_id
			join person p on p.id = r.person_id where g.deleted_at is null and g.agreed_on {days}
		union all select 'given', held_on, '', direction, '', text from exchange where deleted_at is null and {at} and held_on {days}
		union all select 'met', (select held_on from session where person_id = p.id and deleted_at is null order by held_at limit 1), p.name, '', '', ''
			from person p where p.id in (select person_id from session where deleted_at is null and held_on {days})`)
}
