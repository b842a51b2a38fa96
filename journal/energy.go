package journal

// energyLook is how many conversations it takes to speak of falling energy.
const energyLook = 3

// EnergyFalls reports whether the energy after the last three conversations that say it falls: none
// of the three is higher than the one before it, and the last is lower than the first. Source:
// "Mentoring for all", on changing what no longer gives energy.
func EnergyFalls(newestFirst []int) bool {
	if len(newestFirst) < energyLook {
		return false
	}
	for i := range energyLook - 1 {
		if newestFirst[i] > newestFirst[i+1] {
			return false
		}
	}
	return newestFirst[0] < newestFirst[energyLook-1]
}
