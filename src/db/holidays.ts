/** Days unlike their day of the week, in Viet Nam. Whoever runs a register adds to them in the settings (`days_off`, `days_worked`).
 *
 *  The public holidays are those of the Labour Code 45/2019/QH14, article 112: New Year 1 day, Tết 5, Hùng Kings 1 (10th of the third lunar
 *  month), Victory 30 April, Labour 1 May, National Day 2 September and one day beside it. A holiday on a weekend is taken on the next
 *  working day (article 111). For 2026 as the Ministry of Home Affairs announced it to civil servants, with the days that were exchanged;
 *  for 2027 by the law alone, with Tết Đinh Mùi on 6 February: what is announced later goes into the settings. */
export const daysOff: readonly string[] = [
  '2026-01-01',
  '2026-01-02', // exchanged for 10 January
  '2026-02-16', // Tết Bính Ngọ, to the 20th; off from 14 to 22 February with both weekends
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-04-27', // Hùng Kings, 26 April is a Sunday
  '2026-04-30',
  '2026-05-01',
  '2026-08-31', // exchanged for 22 August
  '2026-09-01',
  '2026-09-02',
  '2027-01-01',
  '2027-02-05', // Tết Đinh Mùi: five days, the weekend taken on the two after
  '2027-02-08',
  '2027-02-09',
  '2027-02-10',
  '2027-02-11',
  '2027-04-16', // Hùng Kings
  '2027-04-30',
  '2027-05-03', // 1 May is a Saturday
  '2027-09-02',
  '2027-09-03',
]

/** Saturdays and Sundays that are worked. */
export const daysWorked: readonly string[] = ['2026-01-10', '2026-08-22']
