npx klartext policy --lang de --front-matter > docs/datenschutz.md
