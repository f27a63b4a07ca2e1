/** A server, or a socket of this machine in its query. */
const form = /^postgres(?:ql)?:\/\/\S+$/;

/**
 * The address of a database as it is, when it can be one.
 * @throws Error that names the setting, and quotes nothing: the address holds a password.
 */
export function checkedDatabaseUrl(name: string, url: string): string {
  // Without a host, as for a socket, a URL must not have a user.
  if (form.test(url) && URL.canParse(url.replace('@/', '@localhost/'))) return url;
  throw new Error(
    `${name} is no address of PostgreSQL: it looks like postgres://user:password@host:5432/database`,
  );
}
