import { type Named, treeOrder } from './organisation'

/**
 * The targets that hold in a tree: each office's own, or that of the nearest office above that has one.
 * @param own targets by the code of their office
 */
export function inheritTargets<T>(
  offices: readonly (Named & { parentCode: string | null })[],
  own: ReadonlyMap<string, T>,
): Map<string, { target: T; of: Named }> {
  const holding = new Map<string, { target: T; of: Named }>()
  for (const { office } of treeOrder(offices)) {
    const target = own.get(office.code)
    const above = office.parentCode === null ? undefined : holding.get(office.parentCode)
    if (target !== undefined) holding.set(office.code, { target, of: office })
    else if (above) holding.set(office.code, above)
  }
  return holding
}
