/** `data/schema/*.json`: the shape of every public record, generated from its zod schema. */
import { z } from 'zod';
import { absolute, dataPath } from '../../model/urls.ts';
import type { Exporter } from './exporter.ts';
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
  *files({ root }) {
    for (const name of Object.keys(PUBLIC_SCHEMAS) as (keyof typeof PUBLIC_SCHEMAS)[])
      yield {
        path: dataPath(`schema/${name}.json`),
        chunks: [`${JSON.stringify(jsonSchema(name, root), null, 2)}\n`],
      };
  },
};
