<?php
declare(strict_types=1);

/**
 * Which errors are committed on which samples: every error on two samples, then every error with two others at least. The
 * same choice each time.
 */
function chosen(array $errors, array $samples): array
{
    $chosen = [];
    foreach (['mmsp', 'wechat'] as $platform) {
        $list = $samples[$platform];
        $at = 0;
        foreach (array_keys($errors[$platform]) as $name) {
            $made = 0;
            for ($tries = 0; $tries < count($list) && $made < 2; $tries++, $at++) {
                $sample = $list[$at % count($list)];
                if (commit($platform, $sample, [$name], $errors[$platform], $samples, 0) !== null) {
                    $chosen[] = [$platform, $sample, [$name]];
                    $made++;
                }
            }
        }
        array_push($chosen, ...pairs($platform, $errors[$platform], $samples));
    }
    return $chosen;
}

const PARTNERS = 2;

/**
 * Two errors at once, drawn without regard to what they are: each error gets as many partners as the others, of all those
 * that it does not contradict, on the next sample in turn on which both show.
 */
function pairs(string $platform, array $errors, array $samples): array
{
    $list = $samples[$platform];
    $names = array_keys($errors);
    $partners = array_fill_keys($names, []);
    $pairs = [];
    $at = 0;
    foreach ($names as $one) {
        foreach (drawn($one, $names, $partners) as $other) {
            if (count($partners[$one]) >= PARTNERS) {
                break;
            }
            foreach ([[$one, $other], [$other, $one]] as $both) {
                for ($tries = 0; $tries < count($list); $tries++) {
                    $sample = $list[$at++ % count($list)];
                    if (shows_both($platform, $sample, $both, $errors, $samples)) {
                        $pairs[] = [$platform, $sample, $both];
                        $partners[$one][] = $other;
                        $partners[$other][] = $one;
                        continue 3;
                    }
                }
            }
        }
    }
    return $pairs;
}

/** The others as a lottery would draw them, those with the fewest partners first. */
function drawn(string $one, array $names, array $partners): array
{
    $others = array_values(array_diff($names, [$one], $partners[$one]));
    usort($others, fn (string $a, string $b) => [count($partners[$a]), md5("$one $a")] <=> [count($partners[$b]), md5("$one $b")]);
    return $others;
}

/** Whether both errors show: with either alone the signature is another. */
function shows_both(string $platform, array $sample, array $names, array $errors, array $samples): bool
{
    $both = commit($platform, $sample, $names, $errors, $samples, 0);
    if ($both === null) {
        return false;
    }
    foreach ($names as $name) {
        $one = commit($platform, $sample, [$name], $errors, $samples, 0);
        if ($one === null || (($one['signature'] ?? $one['message']) === ($both['signature'] ?? $both['message']))) {
            return false;
        }
    }
    return true;
}
