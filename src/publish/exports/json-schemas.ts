/**
 * `data/schema/*.json`: the shape of every public record, generated from its zod schema; and
 * `data/changes.json`: how that shape has grown.
 */
import { z } from 'zod';
import { absolute, dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';
import { SCHEMA_CHANGES } from './schema-version.ts';
import { PUBLIC_SCHEMAS } from './schema.ts';

/** The JSON Schema of one public record. */
export function jsonSchema(
  name: keyof typeof PUBLIC_SCHEMAS,
  root: string,
): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(PUBLIC_SCHEMAS[name], { target: 'draft-2020-12' });
  return { $schema, $id: absolute(root, dataPath(`schema/${name}.json`)), title: name, ...schema };
}

export const jsonSchemas: Exporter = {
  name: 'json-schemas',
  begin: ({ root }, files) => ({
    end() {
      const write = (file: string, value: object) =>
        files.write(dataPath(file), `${JSON.stringify(value, null, 2)}\n`);
      for (const name of Object.keys(PUBLIC_SCHEMAS) as (keyof typeof PUBLIC_SCHEMAS)[])
        write(`schema/${name}.json`, jsonSchema(name, root));
      write('changes.json', SCHEMA_CHANGES);
    },
  }),
};
