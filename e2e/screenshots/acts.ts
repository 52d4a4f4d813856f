import type { Page } from 'playwright'

/** Sends a form that the shop refuses. */
export const press = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByText('There is a problem').waitFor()
}

const RUN = crypto.randomUUID().slice(-8)

/** An address of nobody: each picture of a run has its own, because the next try with the same one has to wait. */
export async function enterWrongly(page: Page) {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  const email = `ana-${RUN}-${page.viewportSize()?.width}-${isDark ? 'dark' : 'light'}@example.com`
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('not my password')
  await press('Sign in')(page)
}

export async function checkBadFile(page: Page) {
  const lines = Array.from({ length: 130 }, (_, n) => `Mug no. ${n};${n % 3 ? '12,5' : 'free'};1.5`)
  await checkFile(page, lines)
  await page.getByText('have a problem').waitFor()
}

export async function checkGoodFile(page: Page) {
  await checkFile(page, ['Mug, blue glaze;12.50;3', 'Mug, green glaze;12.50;8'])
  await page.getByText('Ready to import').waitFor()
}

async function checkFile(page: Page, lines: string[]) {
  await page.getByLabel('CSV file').setInputFiles({
    name: 'products.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['title;price;quantity', ...lines].join('\n')),
  })
  await page.getByRole('button', { name: 'Check file' }).click()
}

export async function select(page: Page) {
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 3)) await box.check()
}

export async function changeMany(page: Page) {
  await select(page)
  await page.getByLabel('What to change').selectOption('add-to-price')
  await page.getByLabel(/^Amount/).fill('-30')
  await page.getByRole('button', { name: /^Apply/ }).click()
  await page.getByText(/ changed/).waitFor()
}

export async function chooseRefund(page: Page) {
  await page.getByText('Refund it').click()
  await page
    .getByLabel(/, quantity/)
    .first()
    .selectOption('1')
  await page.getByLabel('Put these items back in stock').check()
  await page.getByLabel('Note to the buyer').fill('The last one broke when I packed it. Sorry!')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('to the buyer?').waitFor()
}

export async function chooseStaffRefund(page: Page) {
  await page.getByText('Refund an amount').click()
  await page.getByRole('textbox', { name: 'Amount' }).fill('4.50')
  await page.getByLabel('Why').fill('The seller is away.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('to the buyer?').waitFor()
}
