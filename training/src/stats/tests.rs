//! Published values, exact cases, and what is refused.

use super::pairs::ranks;
use super::*;
use crate::seed::{Stream, Use, stream};

fn dice() -> Stream {
    stream(1, Use::Bootstrap, 0)
}

#[test]
fn known_values() {
    let numbers = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
    assert_eq!(mean(&numbers), Ok(5.0));
    assert!((std(&numbers).unwrap() - (32.0_f64 / 7.0).sqrt()).abs() < 1e-15);
    assert_eq!(median(&numbers), Ok(4.5));
    // numpy.quantile([1, 2, 3, 4], [0.1, 0.25, 1])
    let few = [4.0, 1.0, 3.0, 2.0];
    assert!((quantile(&few, 0.1).unwrap() - 1.3).abs() < 1e-12 && quantile(&few, 0.25) == Ok(1.75));
    assert_eq!(quantile(&few, 1.0), Ok(4.0));
    // scipy.stats.trim_mean(x, 0.25): two of eight, one of five, and two of ten go on either
    // side.
    assert_eq!(iqm(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 100.0]), Ok(4.5));
    assert_eq!(iqm(&[-50.0, 1.0, 2.0, 3.0, 9.0]), Ok(2.0));
    assert_eq!(
        iqm(&[9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0]),
        Ok(4.5)
    );
    assert_eq!(iqm(&[3.0]), Ok(3.0));
    // scipy.stats.pearsonr and spearmanr of their own manuals.
    let five = [1.0, 2.0, 3.0, 4.0, 5.0];
    assert!(
        (pearson(&five, &[10.0, 9.0, 2.5, 6.0, 4.0]).unwrap() + 0.742_610_657_232_505_7).abs()
            < 1e-12
    );
    assert!(
        (spearman(&five, &[5.0, 6.0, 7.0, 8.0, 7.0]).unwrap() - 0.820_782_681_668_123_3).abs()
            < 1e-12
    );
    assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [3.5, 1.0, 3.5, 2.0]);
    assert_eq!(improvement(&[1.0, 2.0], &[2.0, 3.0]), Ok(0.875));
}

#[test]
fn permutations_are_counted() {
    let p = |a: &[f64], b: &[f64], n| permutation_test(a, b, n, &mut dice()).unwrap();
    // Of 20 ways to share six numbers out, one is as good; the other way round all are.
    assert_eq!(p(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0], 100), 0.05);
    assert_eq!(p(&[4.0, 5.0, 6.0], &[1.0, 2.0, 3.0], 100), 1.0);
    assert_eq!(p(&[1.0; 4], &[1.0; 4], 100), 1.0);
    // Drawn: close to the exact value, and never 0.
    let (a, b) = (
        [0.1, 0.9, 0.4, 0.7, 0.2, 0.6],
        [0.8, 0.5, 1.1, 0.3, 1.2, 1.0],
    );
    let exact = p(&a, &b, 924);
    let drawn = p(&a, &b, 923);
    assert!(
        (exact - drawn).abs() < 0.03 && exact > 0.02 && exact < 0.1,
        "{exact} {drawn}"
    );
    let far = p(&[0.0; 30], &[1.0; 30], 500);
    assert_eq!(far, 1.0 / 501.0);
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    // Of [0, 1], means are 0, ½ and 1 with ¼, ½, ¼.
    let two = bootstrap(&[0.0, 1.0], mean, Bootstrap::default(), &mut dice()).unwrap();
    assert_eq!(
        two,
        Interval {
            estimate: 0.5,
            low: 0.0,
            high: 1.0
        }
    );
    let mut noise = stream(2, Use::Noise, 0);
    let how = Bootstrap {
        resamples: 400,
        level: 0.9,
    };
    let held = (0..400)
        .filter(|_| {
            let sample: Vec<f64> = (0..40).map(|_| 3.0 + f64::from(noise.normal())).collect();
            bootstrap(&sample, mean, how, &mut noise)
                .unwrap()
                .holds(3.0)
        })
        .count();
    assert!((335..=375).contains(&held), "{held}");
    // The width is that of the normal approximation.
    let sample: Vec<f64> = (0..400).map(|_| f64::from(noise.normal())).collect();
    let found = bootstrap(&sample, mean, Bootstrap::default(), &mut dice()).unwrap();
    let expected = 2.0 * 1.96 * std(&sample).unwrap() / 20.0;
    assert!(((found.high - found.low) / expected - 1.0).abs() < 0.08);
    assert_eq!(
        found,
        bootstrap(&sample, mean, Bootstrap::default(), &mut dice()).unwrap()
    );
}

#[test]
fn pairs_see_what_samples_do_not() {
    // Seeds differ much, what is done to them little and always the same.
    let before: Vec<f64> = (0..20).map(|i| f64::from(i) * 10.0).collect();
    let after: Vec<f64> = before
        .iter()
        .enumerate()
        .map(|(i, x)| x + 1.0 + 0.1 * (i % 3) as f64)
        .collect();
    let paired =
        paired_bootstrap(&before, &after, mean, Bootstrap::default(), &mut dice()).unwrap();
    assert!(
        paired.low > 1.0 && paired.high < 1.2 && (paired.estimate - 1.095).abs() < 1e-9,
        "{paired:?}"
    );
    let apart = |x: &[f64]| bootstrap(x, mean, Bootstrap::default(), &mut dice()).unwrap();
    assert!(!apart(&before).apart(&apart(&after)));
}

#[test]
fn strata_are_compared_within_themselves() {
    let stratum = |before: &[f64], after: &[f64]| Stratum {
        before: before.to_vec(),
        after: after.to_vec(),
    };
    // In each stratum one more is better, although the means of all say the contrary.
    let strata = [
        stratum(&[10.0, 12.0, 11.0], &[12.0]),
        stratum(&[1.0], &[2.0, 1.0, 3.0]),
        stratum(&[50.0], &[]),
    ];
    assert!((stratified_gap(&strata).unwrap() - 1.0).abs() < 1e-12);
    // Of eight ways to share three pairs out one is as high: all three.
    let pairs = vec![stratum(&[0.0], &[1.0]); 3];
    let p = stratified_permutation_test(&pairs, 20_000, &mut dice()).unwrap();
    assert!((p - 0.125).abs() < 0.01, "{p}");
    // Two of three in one stratum, the smaller side being without: 1 of 3 ways.
    let p =
        stratified_permutation_test(&[stratum(&[0.0], &[1.0, 2.0])], 20_000, &mut dice()).unwrap();
    assert!((p - 1.0 / 3.0).abs() < 0.015, "{p}");
    // Where there is nothing, chances below 5 % come in 5 % of cases.
    let rare = (0..400)
        .filter(|seed| {
            let mut dice = stream(*seed, Use::Noise, 1);
            let mut draw = |n: usize, base: f64| {
                (0..n)
                    .map(|_| base + f64::from(dice.normal()))
                    .collect::<Vec<_>>()
            };
            let strata: Vec<Stratum> = (0..6_u8)
                .map(|i| Stratum {
                    before: draw(5, f64::from(i)),
                    after: draw(usize::from(i), f64::from(i)),
                })
                .collect();
            stratified_permutation_test(&strata, 199, &mut dice).unwrap() <= 0.05
        })
        .count();
    assert!((8..=34).contains(&rare), "{rare} of 400");
    assert!(stratified_gap(&[stratum(&[], &[1.0])]).is_err() && stratified_gap(&[]).is_err());
    assert!(stratified_permutation_test(&pairs, 0, &mut dice()).is_err());
    assert!(stratified_gap(&[stratum(&[f64::NAN], &[1.0])]).is_err());
}

#[test]
fn many_probabilities_are_corrected() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    let corrected = holm(&[0.01, 0.04, 0.03, 0.005]);
    for (found, expected) in corrected.iter().zip([0.03, 0.06, 0.06, 0.02]) {
        assert!((found - expected).abs() < 1e-12, "{corrected:?}");
    }
    assert_eq!(holm(&[0.9, 0.8]), vec![1.0, 1.0]);
    assert_eq!(holm(&[]), Vec::<f64>::new());
}

#[test]
fn what_is_wrong_is_said() {
    assert!(matches!(mean(&[]), Err(StatsError::Few { least: 1, .. })));
    assert!(matches!(std(&[1.0]), Err(StatsError::Few { least: 2, .. })));
    assert!(matches!(
        iqm(&[1.0, f64::NAN]),
        Err(StatsError::NotFinite { at: 1, .. })
    ));
    assert!(quantile(&[1.0], 1.5).is_err() && median(&[]).is_err());
    assert_eq!(
        pearson(&[1.0, 2.0], &[1.0]),
        Err(StatsError::Unpaired(2, 1))
    );
    assert_eq!(
        spearman(&[1.0, 2.0], &[1.0, 1.0]),
        Err(StatsError::Constant)
    );
    for how in [
        Bootstrap {
            resamples: 0,
            level: 0.9,
        },
        Bootstrap {
            resamples: 9,
            level: 1.0,
        },
    ] {
        assert!(matches!(
            bootstrap(&[1.0], mean, how, &mut dice()),
            Err(StatsError::Range { .. })
        ));
    }
    assert!(paired_bootstrap(&[1.0], &[], mean, Bootstrap::default(), &mut dice()).is_err());
    assert!(permutation_test(&[], &[1.0], 9, &mut dice()).is_err());
    assert!(permutation_test(&[1.0], &[1.0], 0, &mut dice()).is_err());
    assert!(improvement(&[1.0], &[f64::INFINITY]).is_err());
}
