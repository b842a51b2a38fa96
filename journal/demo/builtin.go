package demo

import (
	"bothways/journal"
	"bothways/journal/material"
)

// builtIn are the questions that every journal has, by their ids.
type builtIn map[string]journal.Prompt

func readBuiltIn() (builtIn, error) {
	sets, err := material.Sets()
	if err != nil {
		return nil, err
	}
	out := builtIn{}
	for _, s := range sets {
		for _, p := range s.Prompts {
			out[p.ID] = p
		}
	}
	return out, nil
}

// prompt is the question that a place in a file names.
func (b builtIn) prompt(at place, id string) (journal.Prompt, error) {
	p, ok := b[id]
	if !ok {
		return p, at.errorf("%q is not the id of a built-in question.", id)
	}
	return p, nil
}
