;; The loops that the linear program spends its time in. Compiled by `npm run kernel` into `kernel-bytes.ts`. Addresses and lengths are in bytes. Stretches
;; of 64-bit numbers are gone through two at a time; their length is a multiple of 64, so that they have no rest.
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
)
