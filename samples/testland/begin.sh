#!/usr/bin/env bash
# From the Committee's document and a list of contacts to a running cycle. Every step is one curl line: run the script, or paste the lines.
# Before: BASE_URL, such as http://localhost:7071; KEY, the function key; OUT, a folder for what comes back.
set -euo pipefail
cd "$(dirname "$0")"

# 1. The document becomes a register, to be read beside the document. Nothing is stored.
curl -fsS -H "x-functions-key: $KEY" -F "document=@observations.docx" "$BASE_URL/documents" -o "$OUT/register.json"

# 2. The same as a spreadsheet. Mend what its column "uncertain" names, star what matters most, add a translation.
curl -fsS -H "x-functions-key: $KEY" -F "document=@observations.docx" "$BASE_URL/documents?format=xlsx" -o "$OUT/register.xlsx"

# 3. A rehearsal: everything is checked, nothing is written.
curl -fsS -H "x-functions-key: $KEY" -F "cycle=@cycle.json" -F "recommendations=@$OUT/register.xlsx" -F "stakeholders=@contacts.csv" "$BASE_URL/cycles?dryRun=true" -o "$OUT/rehearsal.json"

# 4. The cycle begins. With the same key and the same files this can be sent again: it begins once.
curl -fsS -H "x-functions-key: $KEY" -H "Idempotency-Key: begin-testland-2031" -F "cycle=@cycle.json" -F "recommendations=@$OUT/register.xlsx" -F "stakeholders=@contacts.csv" "$BASE_URL/cycles" -o "$OUT/begun.json"

# 5. Somebody was forgotten: what would happen, and then do it.
curl -fsS -H "x-functions-key: $KEY" -F "sheet=@late-contact.csv" "$BASE_URL/cycles/testland-2031/stakeholders?dryRun=true" -o "$OUT/contact-rehearsal.json"
curl -fsS -H "x-functions-key: $KEY" -F "sheet=@late-contact.csv" "$BASE_URL/cycles/testland-2031/stakeholders" -o "$OUT/contact-added.json"

# 6. The hall is taken that week: the workshop and all that comes after it move by a fortnight.
curl -fsS -H "x-functions-key: $KEY" -H "Content-Type: application/json" -d '{"id":"hall-taken","decision":"postpone","step":"workshop","to":"2031-03-12T09:00"}' "$BASE_URL/cycles/testland-2031/decisions" -o "$OUT/postponed.json"

# 7. How far the translation has come, where the cycle stands, and who did what.
curl -fsS -H "x-functions-key: $KEY" "$BASE_URL/cycles/testland-2031/translations" -o "$OUT/translations.json"
curl -fsS -H "x-functions-key: $KEY" "$BASE_URL/cycles/testland-2031" -o "$OUT/status.json"
curl -fsS -H "x-functions-key: $KEY" "$BASE_URL/cycles/testland-2031/journal" -o "$OUT/journal.json"

# 8. The list of contacts, to edit and send back in the way of step 5.
curl -fsS -H "x-functions-key: $KEY" "$BASE_URL/cycles/testland-2031/stakeholders?format=xlsx" -o "$OUT/contacts.xlsx"
