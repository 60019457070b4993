"use client";

export { PrivacyPage as default } from "./PrivacyPage";
