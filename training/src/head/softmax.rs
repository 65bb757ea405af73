//! Probabilities of what a mask allows.

use crate::dist::MASKED;
use crate::env::Mask;

/// Probabilities of logits over what a mask allows, 0 elsewhere; all equal where it allows nothing.
#[inline]
pub fn softmax(logits: &[f32], mask: Mask, probs: &mut Vec<f32>) {
    probs.clear();
    let best = highest(logits, mask);
    let mut total = 0.0;
    for (i, logit) in logits.iter().enumerate() {
        let p = if mask.allows(i) {
            libm::expf(logit - best)
        } else {
            0.0
        };
        total += p;
        probs.push(p);
    }
    if total > 0.0 {
        probs.iter_mut().for_each(|p| *p /= total);
    } else {
        let even = 1.0 / logits.len().max(1) as f32;
        probs.iter_mut().for_each(|p| *p = even);
    }
}

/// The log-probability of one action under logits and a mask.
#[inline]
pub fn log_softmax_at(logits: &[f32], mask: Mask, action: usize) -> f32 {
    let best = highest(logits, mask);
    let mut total = 0.0;
    for (i, logit) in logits.iter().enumerate() {
        if mask.allows(i) {
            total += libm::expf(logit - best);
        }
    }
    match logits.get(action) {
        Some(logit) if mask.allows(action) && total > 0.0 => logit - best - libm::logf(total),
        _ => MASKED,
    }
}

#[inline]
fn highest(logits: &[f32], mask: Mask) -> f32 {
    logits
        .iter()
        .enumerate()
        .filter(|(i, _)| mask.allows(*i))
        .fold(f32::NEG_INFINITY, |best, (_, x)| best.max(*x))
}
