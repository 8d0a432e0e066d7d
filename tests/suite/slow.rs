//! The model's rules taken at their word: every crew, every day, one foot after the other.
//!
//! Written to be right rather than fast, and apart from the core: no ring, no steps, no bounds.

use icewall_core::config::{Config, Dispatch};

/// What the slow simulator saw.
#[derive(Debug, Default)]
pub struct Seen {
    /// Feet by profile and day: `feet[profile][day - 1]`, up to the makespan.
    pub feet: Vec<Vec<u64>>,
    /// The sections at work on each day.
    pub at_work: Vec<Vec<usize>>,
    /// The height of each section at the end of each day: `heights[day - 1][section]`.
    pub heights: Vec<Vec<u64>>,
    /// By section: the crew that builds it, from 1; 0 where none does.
    pub crew_of: Vec<u64>,
    /// The bare lines of the work log.
    pub log: Vec<String>,
    /// The last day with a foot added.
    pub makespan: u64,
    /// Crews, those never used included.
    pub crews: u64,
}

struct Site {
    profile: usize,
    height: u64,
    taken: bool,
}

/// Builds the wall of a configuration.
pub fn build(config: &Config) -> Seen {
    let (parameters, wall) = (config.parameters(), config.wall());
    let (target, rate) = (u64::from(parameters.target_height()), u64::from(parameters.build_rate()));
    let mut sites = Vec::new();
    for (profile, heights) in wall.iter().enumerate() {
        sites.extend(heights.iter().map(|&h| Site { profile, height: u64::from(h), taken: false }));
    }
    let order = order(config, &sites, target, rate);
    let crews = parameters.crews().map_or(order.len(), |crews| crews as usize);
    let mut seen = Seen { feet: vec![Vec::new(); wall.profiles()], crews: crews as u64, ..Seen::default() };
    // What each crew works on; none once it is relieved.
    let mut on: Vec<Option<usize>> = (0..crews).map(|_| take(&order, &mut sites)).collect();
    let unused = on.iter().position(Option::is_none).unwrap_or(crews);
    seen.crew_of = vec![0; sites.len()];
    let mut day = 0;
    while day == 0 || on.iter().any(Option::is_some) {
        day += 1;
        let mut today = vec![0; wall.profiles()];
        let mut free = Vec::new();
        seen.at_work.push(on.iter().flatten().copied().collect());
        let mut lines = vec![Vec::new(); crews];
        for (crew, section) in on.iter_mut().enumerate() {
            let Some(index) = *section else { continue };
            seen.crew_of[index] = crew as u64 + 1;
            let site = &mut sites[index];
            let added = rate.min(target - site.height);
            site.height += added;
            today[site.profile] += added;
            let place = format!("section {} of profile {}", index + 1, site.profile + 1);
            let (added, height) = (in_feet(added), in_feet(site.height));
            lines[crew].push(format!("Added {added} to {place} to reach {height} on day {day}"));
            if site.height == target {
                lines[crew].push(format!("Completed {place} on day {day}"));
                *section = None;
                free.push(crew);
            }
        }
        seen.heights.push(sites.iter().map(|site| site.height).collect());
        for crew in free {
            on[crew] = take(&order, &mut sites);
            if on[crew].is_none() {
                lines[crew].push(format!("Relieved on day {day}"));
            }
        }
        if day == 1 {
            (unused..crews).for_each(|crew| lines[crew].push("Relieved on day 1".to_owned()));
        }
        for (crew, lines) in lines.into_iter().enumerate() {
            seen.log.extend(lines.into_iter().map(|line| format!("Crew-{} - {line}", crew + 1)));
        }
        if today.iter().sum::<u64>() > 0 {
            seen.makespan = day;
            seen.feet.iter_mut().zip(today).for_each(|(days, feet)| days.push(feet));
        }
    }
    seen
}

fn in_feet(feet: u64) -> String {
    if feet == 1 { "1 foot".to_owned() } else { format!("{feet} feet") }
}

fn take(order: &[usize], sites: &mut [Site]) -> Option<usize> {
    let next = *order.iter().find(|&&index| !sites[index].taken)?;
    sites[next].taken = true;
    Some(next)
}

/// The list that a pool takes its sections from.
fn order(config: &Config, sites: &[Site], target: u64, rate: u64) -> Vec<usize> {
    let days = |index: &usize| (target - sites[*index].height).div_ceil(rate);
    let mut list: Vec<usize> = (0..sites.len()).filter(|index| days(index) > 0).collect();
    let place_in_profile = |index: &usize| {
        let profile = sites[*index].profile;
        (0..*index).filter(|other| sites[*other].profile == profile && days(other) > 0).count()
    };
    // With a crew for each section the crews are numbered in wall order, whatever the dispatch.
    if config.parameters().crews().is_some() {
        match config.parameters().dispatch() {
            Dispatch::FileOrder => {}
            Dispatch::LongestFirst => list.sort_by_key(|index| std::cmp::Reverse(days(index))),
            Dispatch::ShortestFirst => list.sort_by_key(days),
            Dispatch::RoundRobin => list.sort_by_key(place_in_profile),
        }
    }
    list
}
