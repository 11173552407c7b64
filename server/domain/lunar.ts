/**
 * The Vietnamese lunar calendar: new moons and the sun's longitude in UTC+7. After the algorithm that Hồ Ngọc Đức
 * published ("Thuật toán tính âm lịch", www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), whose formulas are
 * those of Jean Meeus, Astronomical Algorithms (1998). Calendars in Chinese time (UTC+8) are a day off now and then.
 */
const offset = 7 / 24
const radians = Math.PI / 180
/** 1 January 1970 as a Julian day at noon. */
const unixEpoch = 2_440_588
const synodicMonth = 29.530588853
/** The new moon of 1 January 1900, from which new moons are numbered. */
const firstNewMoon = 2_415_021.076998695

const julianOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + unixEpoch
const dayOfJulian = (julian: number) => new Date((julian - unixEpoch) * 86_400_000).toISOString().slice(0, 10)

/**
 * The day (YYYY-MM-DD) of a lunar date; `year` is the lunar year, whose first day falls in January or February of the
 * same Gregorian year. Never a day of a leap month. Right for the years 1800–2199.
 */
export function dayOfLunar(year: number, month: number, day: number): string {
  const before = monthEleven(month < 11 ? year - 1 : year)
  const after = monthEleven(month < 11 ? year : year + 1)
  let steps = (month + 1) % 12
  if (after - before > 365) {
    const leap = leapMonth(before)
    if (steps >= leap) steps++
  }
  const newMoon = Math.floor(0.5 + (before - firstNewMoon) / synodicMonth)
  return dayOfJulian(newMoonDay(newMoon + steps) + day - 1)
}

/** The first day of the month that holds the winter solstice of a Gregorian year, as a Julian day. */
function monthEleven(year: number): number {
  const number = Math.floor((julianOf(`${year}-12-31`) - 2_415_021) / synodicMonth)
  const start = newMoonDay(number)
  return sunSector(start) >= 9 ? newMoonDay(number - 1) : start
}

/** Which month after a month eleven is the leap one: the first in which the sun enters no new sector. */
function leapMonth(monthEleven: number): number {
  const number = Math.floor((monthEleven - firstNewMoon) / synodicMonth + 0.5)
  let before = sunSector(newMoonDay(number + 1))
  for (let i = 2; i < 14; i++) {
    const sector = sunSector(newMoonDay(number + i))
    if (sector === before) return i - 1
    before = sector
  }
  return 13
}

/** The Julian day on which new moon `k` falls in Viet Nam. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const mean = 2_415_020.75933 + 29.53058868 * k + 0.0001178 * t ** 2 - 0.000000155 * t ** 3
  const planets = 0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t ** 2) * radians)
  return Math.floor(mean + planets + moonCorrection(k, t) - deltaT(t) + 0.5 + offset)
}

/** The periodic terms, from the anomalies of sun and moon and the moon's argument of latitude. */
function moonCorrection(k: number, t: number): number {
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3) * radians
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3) * radians
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3) * radians
  const { sin } = Math
  return (
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(2 * moon + sun)
  )
}

/** Dynamical minus universal time, in days. */
function deltaT(t: number): number {
  if (t < -11) return 0.001 + 0.000839 * t + 0.0002261 * t ** 2 - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
  return -0.000278 + 0.000265 * t + 0.000262 * t ** 2
}

/** Which twelfth of its yearly way, from the spring equinox, the sun is in at the start of a day in Viet Nam: 0–11. */
function sunSector(julian: number): number {
  const t = (julian - 0.5 - offset - 2_451_545) / 36_525
  const anomaly = (357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3) * radians
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t ** 2
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const turn = (mean + centre) / 360
  return Math.floor(12 * (turn - Math.floor(turn)))
}
