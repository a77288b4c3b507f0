import type { FindingId } from '../catalogue.ts';
import type { Phrase } from './phrase.ts';

/** What laboratory, imaging and questionnaires gave. */
export const testPhrases = {
  'lab.egfr': { value: 'eGFR {value}', topic: 'eGFR' },
  'lab.hba1c': { value: 'HbA1c {value}', topic: 'HbA1c' },
  'imaging.lumbar-modality': {
    options: {
      mri: 'lumbar MRI seen',
      ct: 'lumbar CT seen',
      'ct-myelogram': 'lumbar CT myelogram seen',
      'x-ray': 'lumbar X-ray seen',
    },
    topic: 'lumbar imaging',
  },
  'imaging.central-stenosis': {
    options: {
      none: 'no central canal stenosis',
      mild: 'mild central canal stenosis',
      moderate: 'moderate central canal stenosis',
      severe: 'severe central canal stenosis',
    },
  },
  'imaging.lateral-recess-stenosis': {
    options: {
      none: 'no lateral recess stenosis',
      mild: 'mild lateral recess stenosis',
      moderate: 'moderate lateral recess stenosis',
      severe: 'severe lateral recess stenosis',
    },
  },
  'imaging.foraminal-stenosis': {
    options: {
      none: 'no foraminal stenosis',
      mild: 'mild foraminal stenosis',
      moderate: 'moderate foraminal stenosis',
      severe: 'severe foraminal stenosis',
    },
  },
  'imaging.dural-sac-area-mm2': { value: 'dural sac area {value}' },
  'imaging.schizas': { topic: 'Schizas grade' },
  'imaging.levels': { value: 'at {value}', no: 'no stenotic level', topic: 'stenotic levels' },
  'imaging.causes': { value: 'with {value}', no: 'no cause of narrowing seen', topic: 'causes of narrowing' },
  'imaging.nerve-root-compression': { noun: 'compressed root that fits' },
  'imaging.arterial-stenosis': {
    options: {
      none: 'no arterial stenosis',
      'under-50': 'arterial stenosis under 50 %',
      '50-99': 'arterial stenosis of 50 to 99 %',
      occlusion: 'arterial occlusion',
    },
  },
  'imaging.popliteal-entrapment': { noun: 'compression of the popliteal artery with the foot flexed' },
  'imaging.serious-lesion': { value: 'serious lesion: {value}', no: 'no serious lesion' },
  'imaging.hip-osteoarthritis': { noun: 'hip osteoarthritis on X-ray' },
  'imaging.emg-polyradiculopathy': { noun: 'lumbosacral polyradiculopathy on EMG' },
  'imaging.emg-polyneuropathy': { noun: 'length-dependent polyneuropathy on nerve conduction' },
  'imaging.emg-myopathic': { noun: 'myopathic EMG' },
  'imaging.compartment-pressure-raised': { noun: 'raised compartment pressures' },
  'outcome.odi-percent': { value: 'Oswestry (ODI) {value}', topic: 'Oswestry (ODI)' },
  'outcome.psfs': { value: 'Patient-Specific Functional Scale {value}', topic: 'Patient-Specific Functional Scale' },
} as const satisfies { readonly [Id in FindingId]?: Phrase };
