/** Which article or claim a file of a site belongs to. */

export interface Where {
  article?: string;
  claim?: string;
}

/** The article or the claim whose page the file is, or stands beside. */
export function ownerOf(name: string): Where {
  const [top, id, file] = name.split('/');
  if (id === undefined || file === undefined) return {};
  if (top === 'articles') return { article: id };
  if (top === 'claims') return { claim: id };
  return {};
}
