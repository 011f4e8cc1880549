;; The loops that the linear program and the row search spend their time in. Compiled by `npm run kernel` into `kernel-bytes.ts`. Addresses and lengths
;; are in bytes. The program's stretches of 64-bit numbers are gone through two at a time; their length is a multiple of 64, so that they have no rest.
(module
  (memory (export "memory") 1)

  ;; vector += amount * stretch
  (func $add_to (export "add") (param $vector i32) (param $stretch i32) (param $amount f64) (param $length i32)
    (local $end i32)
    (local $twice v128)
    (local.set $twice (f64x2.splat (local.get $amount)))
    (local.set $end (i32.add (local.get $vector) (local.get $length)))
    (loop $next
      (v128.store (local.get $vector)
        (f64x2.add (v128.load (local.get $vector)) (f64x2.mul (local.get $twice) (v128.load (local.get $stretch)))))
      (v128.store offset=16 (local.get $vector)
        (f64x2.add (v128.load offset=16 (local.get $vector)) (f64x2.mul (local.get $twice) (v128.load offset=16 (local.get $stretch)))))
      (v128.store offset=32 (local.get $vector)
        (f64x2.add (v128.load offset=32 (local.get $vector)) (f64x2.mul (local.get $twice) (v128.load offset=32 (local.get $stretch)))))
      (v128.store offset=48 (local.get $vector)
        (f64x2.add (v128.load offset=48 (local.get $vector)) (f64x2.mul (local.get $twice) (v128.load offset=48 (local.get $stretch)))))
      (local.set $vector (i32.add (local.get $vector) (i32.const 64)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $vector) (local.get $end)))))

  ;; The sum of vector * stretch.
  (func (export "dot") (param $vector i32) (param $stretch i32) (param $length i32) (result f64)
    (local $end i32)
    (local $even v128)
    (local $odd v128)
    (local.set $end (i32.add (local.get $vector) (local.get $length)))
    (loop $next
      (local.set $even (f64x2.add (local.get $even) (f64x2.mul (v128.load (local.get $vector)) (v128.load (local.get $stretch)))))
      (local.set $odd (f64x2.add (local.get $odd) (f64x2.mul (v128.load offset=16 (local.get $vector)) (v128.load offset=16 (local.get $stretch)))))
      (local.set $even (f64x2.add (local.get $even) (f64x2.mul (v128.load offset=32 (local.get $vector)) (v128.load offset=32 (local.get $stretch)))))
      (local.set $odd (f64x2.add (local.get $odd) (f64x2.mul (v128.load offset=48 (local.get $vector)) (v128.load offset=48 (local.get $stretch)))))
      (local.set $vector (i32.add (local.get $vector) (i32.const 64)))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 64)))
      (br_if $next (i32.lt_u (local.get $vector) (local.get $end))))
    (local.set $even (f64x2.add (local.get $even) (local.get $odd)))
    (f64.add (f64x2.extract_lane 0 (local.get $even)) (f64x2.extract_lane 1 (local.get $even))))

  ;; Each stretch of the square -= its entry of row / pivot * alpha; so many stretches of so many bytes, the pivot being alpha's entry at a place.
  ;; That place's entry of each such stretch becomes the factor itself.
  (func (export "replace") (param $count i32) (param $length i32) (param $square i32) (param $alpha i32) (param $row i32) (param $place i32)
    (local $end i32)
    (local $pivot f64)
    (local $factor f64)
    (local $from i32)
    (local.set $pivot (f64.load (i32.add (local.get $alpha) (local.get $place))))
    (local.set $end (i32.add (local.get $row) (i32.shl (local.get $count) (i32.const 3))))
    (loop $next
      (local.set $factor (f64.div (f64.load (local.get $row)) (local.get $pivot)))
      (if (f64.ne (local.get $factor) (f64.const 0))
        (then
          (call $add_to (local.get $square) (local.get $alpha) (f64.neg (local.get $factor)) (local.get $length))
          (f64.store (i32.add (local.get $square) (local.get $place)) (local.get $factor))))
      (local.set $square (i32.add (local.get $square) (local.get $length)))
      (local.set $row (i32.add (local.get $row) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $row) (local.get $end)))))

  ;; Sums of sums, one behind the other from `sum`: each is factor * (left + right), of the records (left, right: addresses of sums; factor) from..to-1.
  (func (export "addUp") (param $from i32) (param $to i32) (param $sum i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (local.get $to)))
        (f64.store (local.get $sum)
          (f64.mul
            (f64.load offset=8 (local.get $from))
            (f64.add (f64.load (i32.load (local.get $from))) (f64.load (i32.load offset=4 (local.get $from))))))
        (local.set $sum (i32.add (local.get $sum) (i32.const 8)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $next))))

  ;; Infinity from..to-1, and in one number behind it where theirs is odd.
  (func $forbid (param $from i32) (param $to i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_s (local.get $from) (local.get $to)))
        (v128.store (local.get $from) (v128.const f64x2 inf inf))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $next))))

  ;; One state's table of a row search (`row-table.ts`): each number of the stretches (first, behind last: numbers from the target on) is the least
  ;; over the arcs (distance in bytes to what follows, 4 bytes, 4 unused; price) of price + the number at that distance. There is at least one arc.
  ;; Between the stretches, and from `low` to `high`, there is infinity. Four numbers at a time: three behind a stretch may be written, too, and
  ;; whatever stands there is written again, or belongs to nothing.
  (func (export "complete")
    (param $arcs i32) (param $arcsEnd i32) (param $stretch i32) (param $stretchEnd i32) (param $target i32) (param $low i32) (param $high i32)
    (local $at i32)
    (local $end i32)
    (local $arc i32)
    (local $source i32)
    (local $price v128)
    (local $first v128)
    (local $second v128)
    (local.set $low (i32.add (local.get $target) (local.get $low)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $stretch) (local.get $stretchEnd)))
        (local.set $at (i32.add (local.get $target) (i32.shl (i32.load (local.get $stretch)) (i32.const 3))))
        (local.set $end (i32.add (local.get $target) (i32.shl (i32.load offset=4 (local.get $stretch)) (i32.const 3))))
        (call $forbid (local.get $low) (local.get $at))
        (loop $four
          (local.set $first (v128.const f64x2 inf inf))
          (local.set $second (v128.const f64x2 inf inf))
          (local.set $arc (local.get $arcs))
          (loop $each
            (local.set $source (i32.add (local.get $at) (i32.load (local.get $arc))))
            (local.set $price (v128.load64_splat offset=8 (local.get $arc)))
            (local.set $first
              (f64x2.pmin (local.get $first) (f64x2.add (local.get $price) (v128.load (local.get $source)))))
            (local.set $second
              (f64x2.pmin (local.get $second) (f64x2.add (local.get $price) (v128.load offset=16 (local.get $source)))))
            (local.set $arc (i32.add (local.get $arc) (i32.const 16)))
            (br_if $each (i32.lt_u (local.get $arc) (local.get $arcsEnd))))
          (v128.store (local.get $at) (local.get $first))
          (v128.store offset=16 (local.get $at) (local.get $second))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $four (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $low (local.get $end))
        (local.set $stretch (i32.add (local.get $stretch) (i32.const 8)))
        (br $next)))
    (call $forbid (local.get $low) (i32.add (local.get $target) (local.get $high))))
)
