/** What has a host build, prove and publish an archive whenever it is pushed. */
import { WRITTEN_BY } from '../archive-files/written-by.ts';
import type { Host } from './options.ts';

/**
 * The commit of the software that wrote the archive, for a shell in the archive's folder. A colon before a blank
 * would make a key of the line in YAML.
 */
const COMMIT = `sed -n 's/^commit. //p' ${WRITTEN_BY}`;

const GITHUB = `# Builds the archive with the version of the software that wrote it, proves the site and hands it to
# GitHub Pages. Once: Settings > Pages > Source: "GitHub Actions"; and put the repository of the
# software in the line below. The build is frozen: it never mints an id here, and says so where the
# archive was not built and committed before.
name: publish
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
env:
  VERBATIM: OWNER/verbatim
jobs:
  publish:
    runs-on: ubuntu-latest
    timeout-minutes: 60
    environment:
      name: github-pages
      url: \${{ steps.deployed.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          path: archive
      - id: software
        working-directory: archive
        run: echo "commit=$(${COMMIT})" >> "$GITHUB_OUTPUT"
      - uses: actions/checkout@v4
        with:
          path: verbatim
          repository: \${{ env.VERBATIM }}
          ref: \${{ steps.software.outputs.commit }}
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
          cache-dependency-path: verbatim/package-lock.json
      - working-directory: verbatim
        run: |
          npm ci
          npm run build -- --archive ../archive --frozen
          npm run verify -- --archive ../archive dist
      - uses: actions/upload-pages-artifact@v3
        with:
          path: archive/dist
      - id: deployed
        uses: actions/deploy-pages@v4
`;

const GITLAB = `# Builds the archive with the version of the software that wrote it, proves the site and hands it to
# GitLab Pages, which takes the folder \`public\`. Put the address of the software in the line below.
# The build is frozen: it never mints an id here, and says so where the archive was not built and
# committed before.
variables:
  VERBATIM: https://gitlab.com/OWNER/verbatim.git
pages:
  image: node:24-bookworm
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - commit=$(${COMMIT})
    - git clone --no-checkout "$VERBATIM" /tmp/verbatim
    - git -C /tmp/verbatim checkout "\${commit:-HEAD}"
    - cd /tmp/verbatim && npm ci
    - npm run build -- --archive "$CI_PROJECT_DIR" --frozen
    - npm run verify -- --archive "$CI_PROJECT_DIR" dist
    - mv "$CI_PROJECT_DIR/dist" "$CI_PROJECT_DIR/public"
  artifacts:
    paths: [public]
`;

interface Workflow {
  path: string;
  text: string;
}

const WORKFLOWS: Readonly<Record<Host, Workflow | null>> = {
  github: { path: '.github/workflows/publish.yml', text: GITHUB },
  gitlab: { path: '.gitlab-ci.yml', text: GITLAB },
  none: null,
};

/** The file for a host; null where nothing is to publish the archive. */
export const workflowOf = (host: Host): Workflow | null => WORKFLOWS[host];
