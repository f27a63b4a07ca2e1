import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { required } from '#shared/lib/assert.ts';
import { App } from './App.tsx';
import { connectKiosk } from './client/connect-kiosk.ts';
import { Crash } from './components/Crash.tsx';
import { startTexts } from './i18n/i18n.ts';
import { keepFocus } from './lib/keep-focus.ts';
import { browserVoice } from './lib/speech.ts';
import { followBench } from './stores/bench.ts';
import { followCards } from './stores/cards.ts';
import { followCatalog } from './stores/catalog.ts';
import { followPayments } from './stores/checkout.ts';
import { attachClient } from './stores/client.ts';
import { keepClipboard } from './stores/clipboard.ts';
import { followComfort } from './stores/comfort.ts';
import { followDevices } from './stores/devices.ts';
import { followHandOffs } from './stores/hand-off.ts';
import { followIdle } from './stores/idle.ts';
import { followJourneys } from './stores/journey.ts';
import { followAddress } from './stores/navigation.ts';
import { followOneSwitch } from './stores/one-switch.ts';
import { followPrinting } from './stores/printing.ts';
import { followReadAloud } from './stores/read-aloud.ts';
import { followScanner } from './stores/session.ts';
import { followLanguage, prepareSurveys } from './stores/survey.ts';
import { followSync } from './stores/sync.ts';
import { followTouches } from './stores/touches.ts';
import { followTyping } from './stores/typing.ts';
import { followWedge } from './stores/wedge.ts';
import './styles/main.css';

attachClient(connectKiosk());
await startTexts();
followComfort();
followReadAloud(browserVoice());
followAddress();
followScanner();
followWedge();
followTyping();
followPayments();
followCatalog();
void followDevices();
void followSync();
followPrinting();
followCards();
followHandOffs();
void followBench();
followOneSwitch();
followIdle();
followJourneys();
followLanguage();
followTouches();
keepFocus();
keepClipboard();
prepareSurveys();

createRoot(required(document.getElementById('root'), 'root element')).render(
  <StrictMode>
    <Crash>
      <App />
    </Crash>
  </StrictMode>,
);
