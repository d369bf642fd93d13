import { newId } from '../../src/db/index.ts'
import type { TestDatabase } from './database.ts'

/** Two units below one root, an officer of the first, and members: the smallest organisation that has a wall in it. */
export async function smallOrganisation(db: TestDatabase) {
  const unit = async (code: string, name: string, parent?: { id: string; path: string }) => {
    const id = newId()
    const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '_')].join('.')
    await db.asSuperuser('insert into unit (id, code, name, parent, path) values ($1, $2, $3, $4, $5)', [
      id,
      code,
      name,
      parent?.id ?? null,
      path,
    ])
    return { id, code, name, path }
  }
  const person = async (name: string, unitId: string, office: string | null = null) => {
    const id = newId()
    await db.asSuperuser('insert into person (id, name, unit, office) values ($1, $2, $3, $4)', [
      id,
      name,
      unitId,
      office,
    ])
    return { id, name }
  }
  const grant = (who: { id: string }, role: string, unitId: string | null) =>
    db.asSuperuser('insert into role_held (id, person, role, unit) values ($1, $2, $3, $4)', [
      newId(),
      who.id,
      role,
      unitId,
    ])
  await db.asSuperuser("insert into organisation (name) values ('Đơn vị Mẫu') on conflict do nothing")
  const root = await unit('DVM', 'Đơn vị Mẫu')
  const north = await unit('PM1', 'Phòng Mẫu 1', root)
  const south = await unit('PM2', 'Phòng Mẫu 2', root)
  const lan = await person('Nguyễn Thị Lan', north.id, 'Chuyên viên')
  const binh = await person('Trần Văn Bình', south.id)
  const officer = await person('Lê Văn C', north.id, 'Cán bộ phụ trách')
  await grant(officer, 'officer', north.id)
  return { root, north, south, lan, binh, officer, unit, person, grant }
}
