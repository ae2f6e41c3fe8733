/**
 * How a citation reads, as a CSL style: names, title, container, date, note, address.
 * An inferred date stands in square brackets, as Chicago has it.
 */
export const CITATION_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Verbatim</title>
    <id>verbatim</id>
    <updated>2024-01-01T00:00:00+00:00</updated>
  </info>
  <macro name="date">
    <choose>
      <if is-uncertain-date="issued"><date variable="issued" form="text" prefix="[" suffix="]"/></if>
      <else-if variable="issued"><date variable="issued" form="text"/></else-if>
      <else><text value="n.d."/></else>
    </choose>
  </macro>
  <citation>
    <layout><text variable="title"/></layout>
  </citation>
  <bibliography>
    <layout>
      <group delimiter=". ">
        <names variable="author"><name name-as-sort-order="first" and="text" delimiter-precedes-last="always"/></names>
        <choose>
          <if type="article-newspaper"><text variable="title" quotes="true"/></if>
          <else><text variable="title"/></else>
        </choose>
        <group delimiter=", ">
          <choose>
            <if type="article-newspaper">
              <text variable="container-title" font-style="italic"/>
              <text macro="date"/>
            </if>
            <else><text variable="annote" text-case="capitalize-first"/></else>
          </choose>
        </group>
        <text variable="archive"/>
        <text variable="URL"/>
      </group>
    </layout>
  </bibliography>
</style>`;
