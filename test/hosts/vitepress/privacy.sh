npx klartext policy --lang en --front-matter > docs/privacy.md
