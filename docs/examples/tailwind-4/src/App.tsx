import { liveConfigPolicy, PrivacyCenter } from "klartext";
import "klartext/styles.css";

const policy = liveConfigPolicy();

/** Klartext follows the class, as shadcn's own components do. */
const toggleTheme = () => document.documentElement.classList.toggle("dark");

export function App() {
  return (
    <div className="flex min-h-svh flex-col md:flex-row">
      <nav className="flex items-center gap-1 border-b p-3 md:w-56 md:flex-col md:items-stretch md:border-r md:border-b-0">
        <span className="mr-auto p-2 font-semibold md:mr-0">Panel</span>
        <a className="hidden rounded-md p-2 text-sm hover:bg-accent md:block" href="/">
          Servers
        </a>
        <a
          className="rounded-md bg-accent p-2 text-sm font-medium"
          href="/privacy"
          aria-current="page"
        >
          Privacy
        </a>
        <button
          type="button"
          className="rounded-md p-2 text-left text-sm hover:bg-accent"
          onClick={toggleTheme}
        >
          Theme
        </button>
      </nav>
      <main className="mx-auto w-full max-w-4xl p-4 md:p-8">
        <PrivacyCenter policy={policy} baseUrl="/api/privacy" />
      </main>
    </div>
  );
}
