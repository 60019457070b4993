/** @jsxRuntime classic */
/** @jsx React.createElement */
// biome-ignore lint/correctness/noUnusedImports: Storybook builds its manager by this pragma
import * as React from "react";
import { Button, PopoverProvider } from "storybook/internal/components";
import { useGlobals } from "storybook/manager-api";
import { colourItems, languageItems, viewports } from "./looks.ts";

const widths = [
  ...Object.entries(viewports).map(([value, { name }]) => ({ value, name })),
  { value: undefined, name: "Full width" },
];

/** Sets language, colours and width of the story with one choice. */
export function LookMenu() {
  const [{ language, theme, viewport }, updateGlobals] = useGlobals();
  return (
    <PopoverProvider
      ariaLabel="Look: language, colours and width at once"
      placement="bottom-start"
      padding={12}
      popover={({ onHide }) => (
        <table style={{ borderSpacing: 4 }}>
          <thead>
            <tr>
              <td />
              {widths.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {languageItems.flatMap((spoken) =>
              colourItems.map((colours) => (
                <tr key={`${spoken.value} ${colours.value}`}>
                  <th scope="row" style={{ textAlign: "start" }}>
                    {spoken.title}, {colours.title}
                  </th>
                  {widths.map(({ value, name }) => {
                    const isChosen =
                      language === spoken.value &&
                      theme === colours.value &&
                      viewport?.value === value;
                    return (
                      <td key={name}>
                        <Button
                          size="small"
                          variant={isChosen ? "solid" : "outline"}
                          ariaLabel={`${spoken.title}, ${colours.title}, ${name}`}
                          disableAllTooltips
                          aria-pressed={isChosen}
                          onClick={() => {
                            updateGlobals({
                              language: spoken.value,
                              theme: colours.value,
                              viewport: { value, isRotated: false },
                            });
                            onHide();
                          }}
                        >
                          {isChosen ? "●" : "○"}
                        </Button>
                      </td>
                    );
                  })}
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    >
      <Button ariaLabel="Look: language, colours and width at once" variant="ghost">
        Look
      </Button>
    </PopoverProvider>
  );
}
